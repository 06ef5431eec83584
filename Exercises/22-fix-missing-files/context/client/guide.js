import "./guide.css";

const search = document.getElementById("search");
const stations = [...document.querySelectorAll("#stations li")];

// Shows the stations that the server finds for the words, and all of them for none.
async function show() {
  const words = search.value.trim();
  if (words === "") return stations.forEach((station) => (station.hidden = false));
  const answer = await fetch(`/search?q=${encodeURIComponent(words)}`);
  const found = new Set(await answer.json());
  stations.forEach((station) => (station.hidden = !found.has(Number(station.value))));
}

search.addEventListener("input", show);
