export const trails = [
  { id: "heron-loop", name: "Heron Loop", kilometres: 4.5, climb: 60, level: "easy" },
  { id: "old-quarry", name: "Old Quarry", kilometres: 9, climb: 310, level: "moderate" },
  { id: "three-chapels", name: "Three Chapels", kilometres: 13.5, climb: 420, level: "moderate" },
  { id: "ridge-walk", name: "Ridge Walk", kilometres: 18, climb: 960, level: "hard" },
];

// Four kilometres an hour, and an hour more for every 400 metres of climb.
export function hours({ kilometres, climb }) {
  return Math.round((kilometres / 4 + climb / 400) * 2) / 2;
}
