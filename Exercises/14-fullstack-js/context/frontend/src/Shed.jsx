import { useEffect, useState } from "react";

export default function Shed() {
  const [tools, setTools] = useState(null);
  const [who, setWho] = useState("");
  const [trouble, setTrouble] = useState("");

  const load = async (response) => {
    const answer = await response.json();
    if (response.ok) setTools(answer);
    else setTrouble(answer.error);
  };
  const ask = (path, options) => {
    setTrouble("");
    fetch(path, options).then(load).catch(() => setTrouble("The shed does not answer."));
  };
  useEffect(() => ask("/api/tools"), []);

  if (tools === null) return <p>{trouble || "Opening the shed …"}</p>;
  return (
    <>
      <label>
        Your name: <input value={who} onChange={(event) => setWho(event.target.value)} />
      </label>
      {trouble && <p role="alert">{trouble}</p>}
      <ul>
        {tools.map(({ id, name, borrower }) => (
          <li key={id} className={borrower ? "away" : undefined}>
            {name}{" "}
            {borrower ? (
              <>
                is with {borrower} <a href={`/slip/${id}`}>slip</a>{" "}
                <button onClick={() => ask(`/api/tools/${id}/return`, { method: "POST" })}>It is back</button>
              </>
            ) : (
              <button
                disabled={who.trim() === ""}
                onClick={() => ask(`/api/tools/${id}/borrow?who=${encodeURIComponent(who.trim())}`, { method: "POST" })}
              >
                Borrow
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
