import { useEffect, useState } from "react";
import { view } from "./address.js";
import { hours, trails } from "./trails.js";

export default function TrailMap() {
  const [path, setPath] = useState(window.location.pathname);

  useEffect(() => {
    const follow = () => setPath(window.location.pathname);
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);

  // A click changes the address without asking the server; a reload asks it.
  const go = (event) => {
    event.preventDefault();
    window.history.pushState(null, "", event.currentTarget.href);
    setPath(event.currentTarget.pathname);
  };

  const shown = view(path);
  if (shown.kind === "trail") return <Trail trail={shown.trail} go={go} />;
  return (
    <>
      <h1>Trails</h1>
      {shown.kind === "unknown" && <p>There is no such trail. These are marked:</p>}
      <ul>
        {trails.map((trail) => (
          <li key={trail.id}>
            <a href={`/trails/${trail.id}`} onClick={go}>{trail.name}</a>{" "}
            <span className="level">{trail.level}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Trail({ trail, go }) {
  return (
    <>
      <h1>{trail.name}</h1>
      <p>
        {trail.kilometres} km, {trail.climb} m of climb, about {hours(trail)} hours.{" "}
        <span className="level">{trail.level}</span>
      </p>
      <p><a href="/" onClick={go}>All trails</a></p>
    </>
  );
}
