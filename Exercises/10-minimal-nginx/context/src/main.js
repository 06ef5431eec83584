import "./main.css";
import { nextShow, shows } from "./programme.js";

const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const clock = (hour, minute) => `${hour}:${String(minute).padStart(2, "0")}`;

function draw() {
  const next = nextShow(new Date());
  document.getElementById("next").textContent =
    `Next: ${next.show.title}, ${names[next.at.getDay()]} at ${clock(next.show.hour, next.show.minute)}.`;

  const rows = shows.map((show) => {
    const row = document.createElement("tr");
    if (show === next.show) row.className = "next";
    for (const text of [show.title, show.days.map((day) => names[day]).join(", "), clock(show.hour, show.minute)]) {
      row.insertCell().textContent = text;
    }
    return row;
  });
  document.getElementById("programme").replaceChildren(...rows);
}

draw();
setInterval(draw, 60_000);
