import { months, toSow } from "./calendar.js";
import "./calendar.css";

const choice = document.querySelector("#month");
const beds = document.querySelector("#beds");

choice.append(...months.map((name, index) => new Option(name, index)));
choice.value = new Date().getMonth();

function show() {
  const names = toSow(Number(choice.value));
  const lines = names.length ? names : ["nothing: sharpen the tools"];
  beds.replaceChildren(...lines.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
}

choice.addEventListener("change", show);
show();
