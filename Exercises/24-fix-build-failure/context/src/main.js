import "./board.css";
import { next } from "./next.js";
import release from "./release.json";
import timetable from "./timetable.json";

function show() {
  const now = new Date();
  const isSummer = now.getMonth() >= 4 && now.getMonth() <= 9;
  const departure = next(timetable[isSummer ? "summer" : "winter"], now.getHours() * 60 + now.getMinutes());
  document.querySelector("#next").textContent = departure ?? "tomorrow";
}

document.querySelector("#release").textContent = `Release ${release.release}`;
setInterval(show, 10_000);
show();
