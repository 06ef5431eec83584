// Days as Date has them: 0 is Sunday. On Mondays the dome is being cleaned.
export const shows = [
  { title: "The Sky Tonight", days: [2, 3, 4, 5, 6, 0], hour: 19, minute: 30 },
  { title: "Saturn and Its Moons", days: [3, 6], hour: 16, minute: 0 },
  { title: "Stars for Small People", days: [6, 0], hour: 11, minute: 0 },
];

// The next show that begins after `now`, with the moment at which it begins.
export function nextShow(now) {
  let best = null;
  for (const show of shows) {
    for (let ahead = 0; ahead <= 7; ahead += 1) {
      const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, show.hour, show.minute);
      if (!show.days.includes(at.getDay()) || at <= now) continue;
      if (!best || at < best.at) best = { show, at };
      break;
    }
  }
  return best;
}
