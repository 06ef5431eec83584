import { createRoot } from "react-dom/client";
import Shed from "./Shed.jsx";
import "./main.css";

createRoot(document.getElementById("shed")).render(<Shed />);
