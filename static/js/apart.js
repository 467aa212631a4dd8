/* Two texts: whether they are the same, and how many words of one the other lacks. */

/* A short mark of a text, to know it again without keeping it. */
export function mark(words) {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < words.length; i += 1) {
    a = Math.imul(a ^ words.charCodeAt(i), 2654435761);
    b = Math.imul(b ^ words.charCodeAt(i), 1597334677);
  }
  return `${words.length}.${a >>> 0}.${b >>> 0}`;
}

/* How many words stand in `ours` between what is the same at both ends. */
export function wordsApart(ours, theirs) {
  const [a, b] = [ours, theirs].map((text) => text.split(/\s+/).filter(Boolean));
  const most = Math.min(a.length, b.length);
  let [start, end] = [0, 0];
  while (start < most && a[start] === b[start]) start += 1;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return a.length - start - end;
}
