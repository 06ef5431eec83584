export const departures = [
  { time: "07:10", ferry: "Kittiwake", to: "North Skerry", pier: 1 },
  { time: "07:45", ferry: "Old Marigold", to: "Saltholm", pier: 2 },
  { time: "09:30", ferry: "Kittiwake", to: "North Skerry", pier: 1 },
  { time: "12:00", ferry: "Meridian", to: "Far Harbour", pier: 3 },
  { time: "16:20", ferry: "Old Marigold", to: "Saltholm", pier: 2 },
];
