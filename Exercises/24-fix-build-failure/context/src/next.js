// The first departure that is not before `now`, as a clock shows it; undefined when the last cabin has left.
export function next(departures, now) {
  const departure = departures.find((minute) => minute >= now);
  if (departure === undefined) return undefined;
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(departure / 60))}:${two(departure % 60)}`;
}
