
// Shows which words are a claim's source, cue and content: while the pointer or the focus is on any of them, and
// for as long as one likes after a click (Escape ends it).
const elements = new Map();
for (const element of document.querySelectorAll('[data-claims]')) {
  for (const key of element.dataset.claims.split(' ')) {
    if (!elements.has(key)) elements.set(key, []);
    elements.get(key).push(element);
  }
}
let pinned = '';
let shown = '';
const show = keys => {
  if (keys === shown) return;
  document.querySelectorAll('.on').forEach(element => element.classList.remove('on'));
  for (const key of keys.split(' ')) (elements.get(key) || []).forEach(element => element.classList.add('on'));
  shown = keys;
};
const keysAt = event => event.target.closest('[data-own]')?.dataset.own || '';
document.addEventListener('pointerover', event => show(keysAt(event) || pinned));
document.addEventListener('focusin', event => show(keysAt(event) || pinned));
document.addEventListener('focusout', () => show(pinned));
document.addEventListener('click', event => {
  const keys = keysAt(event);
  pinned = keys === pinned && !event.target.closest('a') ? '' : keys;
  show(pinned);
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') show(pinned = '');
});
