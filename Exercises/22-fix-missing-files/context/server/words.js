// The words of a text, in small letters: what the index is made of, and what a search is made of.
export function words(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
