import { createRoot } from "react-dom/client";
import { Benches } from "./Benches.jsx";
import "./benches.css";

createRoot(document.getElementById("benches")).render(<Benches />);
