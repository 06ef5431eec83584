import { useEffect, useState } from "react";

// Asks the server every few seconds, for somebody is always just finishing.
export function Benches() {
  const [benches, setBenches] = useState([]);
  const [problem, setProblem] = useState("");

  useEffect(() => {
    const load = async () => {
      try {
        const response = await fetch("/api/benches");
        if (!response.ok) throw new Error(`the server answers ${response.status}`);
        setBenches(await response.json());
        setProblem("");
      } catch (error) {
        setProblem(error.message);
      }
    };
    load();
    const timer = setInterval(load, 5000);
    return () => clearInterval(timer);
  }, []);

  return (
    <>
      <h1>Repair café</h1>
      {problem && <p role="alert">No news at the moment: {problem}.</p>}
      <ul>
        {benches.map(({ name, waiting }) => (
          <li key={name} className={waiting === 0 ? "free" : "busy"}>
            <b>{name}</b> {waiting === 0 ? "come over" : `${waiting} waiting`}
          </li>
        ))}
      </ul>
    </>
  );
}
