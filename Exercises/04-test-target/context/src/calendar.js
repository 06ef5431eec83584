// Whether something sown from month `first` to month `last` may be sown in `month`; 11 to 1 runs over the turn of the year.
export function isSown(month, [first, last]) {
  return first <= last ? first <= month && month <= last : first <= month || month <= last;
}

// What can be sown in `month` and is still in its drawer, by name.
export function sowable(seeds, month) {
  return seeds
    .filter((seed) => seed.packets > 0 && isSown(month, seed.sow))
    .map(({ name, drawer }) => ({ name, drawer }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

// The month that `text` names as a number from 1 to 12, or nothing.
export function month(text) {
  return /^(0?[1-9]|1[0-2])$/.test(text) ? Number(text) : undefined;
}
