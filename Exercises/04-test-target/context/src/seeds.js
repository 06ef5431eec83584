// The drawers of the library. `sow` holds the first and the last month, and may run over the turn of the year.
export const seeds = [
  { name: "Broad bean", drawer: "A1", packets: 14, sow: [2, 4] },
  { name: "Radish", drawer: "A2", packets: 31, sow: [3, 9] },
  { name: "Tomato", drawer: "B1", packets: 9, sow: [2, 4] },
  { name: "Pumpkin", drawer: "B3", packets: 5, sow: [4, 5] },
  { name: "Lamb's lettuce", drawer: "C1", packets: 22, sow: [8, 9] },
  { name: "Garlic", drawer: "C2", packets: 0, sow: [10, 2] },
  { name: "Winter pea", drawer: "C4", packets: 7, sow: [11, 1] },
];
