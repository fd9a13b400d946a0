// Reloads the page when the site has changed since the page was made: the number behind the `?`
// of this script says when that was. A browser opens only six connections to one host, so only
// the page that is looked at holds one. What is new on the page after that is shown for a moment;
// what was there before is remembered in the history of the tab, which nothing else reads.
const since = new URL(document.currentScript.src).search;
const blocks = () => [...document.querySelectorAll('.text > *')];
let events;
const close = () => events && events.close();
const open = () => {
  close();
  if (document.hidden) return;
  events = new EventSource('/-/events' + since);
  events.onmessage = () => {
    history.replaceState({ blocks: blocks().map((block) => block.textContent) }, '');
    location.reload();
  };
};
const before = history.state;
history.replaceState({ since }, '');
// Who goes back is shown the pictures of then, although nothing says that they may be kept.
const [way] = performance.getEntriesByType('navigation');
if (way?.type === 'back_forward' && before?.since !== since) location.reload();
if (before?.blocks) {
  const known = new Set(before.blocks);
  for (const block of blocks()) if (!known.has(block.textContent)) block.classList.add('engross-changed');
}
open();
document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
addEventListener('pagehide', close);
// Whoever is on the way to another page is not to be led back by a reload; a download ends no page.
addEventListener('beforeunload', () => (close(), setTimeout(open, 2000)));
addEventListener('pageshow', (shown) => shown.persisted && location.reload());
