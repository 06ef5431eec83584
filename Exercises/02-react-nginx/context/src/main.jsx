import { createRoot } from "react-dom/client";
import TrailMap from "./TrailMap.jsx";
import "./main.css";

createRoot(document.getElementById("map")).render(<TrailMap />);
