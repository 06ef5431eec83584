export const tools = [
  { id: "ladder", name: "Ladder, 5 m" },
  { id: "drill", name: "Hammer drill" },
  { id: "press", name: "Apple press" },
  { id: "saw", name: "Pruning saw" },
];
