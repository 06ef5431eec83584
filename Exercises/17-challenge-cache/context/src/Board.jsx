import { useEffect, useState } from "react";

export default function Board() {
  const [departures, setDepartures] = useState(null);
  const [destination, setDestination] = useState("");

  useEffect(() => {
    const request = new AbortController();
    fetch("/api/departures", { signal: request.signal })
      .then((response) => response.json())
      .then(setDepartures)
      .catch(() => setDepartures([]));
    return () => request.abort();
  }, []);

  if (departures === null) return <p>Asking the harbour office …</p>;

  const shown = departures.filter((departure) =>
    departure.to.toLowerCase().includes(destination.trim().toLowerCase()),
  );
  return (
    <>
      <label>
        Where to?{" "}
        <input value={destination} onChange={(event) => setDestination(event.target.value)} />
      </label>
      <table>
        <thead>
          <tr><th>Time</th><th>Ferry</th><th>To</th><th>Pier</th></tr>
        </thead>
        <tbody>
          {shown.map((departure) => (
            <tr key={departure.time + departure.ferry}>
              <td>{departure.time}</td>
              <td>{departure.ferry}</td>
              <td>{departure.to}</td>
              <td>{departure.pier}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p>No ferry goes there today.</p>}
    </>
  );
}
