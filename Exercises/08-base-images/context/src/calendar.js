export const months = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

// First and last month of sowing, counted from 0, both included.
const seasons = {
  "broad beans": [1, 3],
  carrots: [2, 6],
  radishes: [2, 8],
  courgettes: [4, 5],
  "runner beans": [4, 6],
  "winter spinach": [7, 8],
  garlic: [9, 10],
};

export function toSow(month) {
  return Object.entries(seasons)
    .filter(([, [first, last]]) => first <= month && month <= last)
    .map(([name]) => name);
}
