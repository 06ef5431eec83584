import { createRoot } from "react-dom/client";
import Board from "./Board.jsx";
import "./board.css";

createRoot(document.getElementById("board")).render(<Board />);
