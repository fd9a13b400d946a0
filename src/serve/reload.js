// Shows what has changed since the page was made: the number behind the `?` of this script says when
// that was. A plain page is changed in its place, so that nothing flickers or moves; one with pictures,
// scripts or other styles than before is loaded anew. A browser opens only six connections to one host,
// so only the page that is looked at holds one. What is new is marked for a moment; when the page is
// loaded anew, what was there before is remembered in the history of the tab, which nothing else reads.
let since = new URL(document.currentScript.src).search;
const blocks = () => [...document.querySelectorAll('.text > *')];
const texts = () => blocks().map((block) => block.textContent);
const mark = (before) => {
  const known = new Set(before);
  for (const block of blocks()) if (!known.has(block.textContent)) block.classList.add('engross-changed');
};
const again = () => {
  history.replaceState({ blocks: texts() }, '');
  location.reload();
};
// A script with a type is none: it holds data about the page.
const head = (page) => [...page.head.querySelectorAll('link, style')].map((element) => element.outerHTML).join();
const isPlain = (page) => !page.querySelector('head script:not([type]), img, picture, object, video, audio');
const replace = (page) => {
  const before = texts();
  const open = [...document.querySelectorAll('details')].map((details) => details.open);
  const [left, top] = [scrollX, scrollY];
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  const details = [...document.querySelectorAll('details')];
  if (details.length === open.length) details.forEach((element, at) => (element.open = open[at]));
  scrollTo({ left, top, behavior: 'instant' });
  mark(before);
};
let asked;
const update = () => {
  asked?.abort();
  asked = new XMLHttpRequest();
  asked.onload = ({ target: { response: page, responseURL: address } }) => {
    const own = page?.querySelector('body script[src^="/-/reload.js?"]');
    const isSame = own && address === location.href.split('#')[0] && head(page) === head(document);
    if (!isSame || !isPlain(page) || !isPlain(document)) return again();
    since = new URL(own.src).search;
    own.remove();
    history.replaceState({ since }, '');
    replace(page);
  };
  asked.onerror = again;
  asked.open('GET', location.href);
  asked.responseType = 'document';
  asked.send();
};
let events;
const close = () => events && events.close();
const open = () => {
  close();
  if (document.hidden) return;
  events = new EventSource('/-/events' + since);
  events.onmessage = update;
};
const before = history.state;
history.replaceState({ since }, '');
// Who goes back is shown the pictures of then, although nothing says that they may be kept.
const [way] = performance.getEntriesByType('navigation');
if (way?.type === 'back_forward' && before?.since !== since) location.reload();
if (before?.blocks) mark(before.blocks);
open();
document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
addEventListener('pagehide', close);
// Whoever is on the way to another page is not to be led back by a reload; a download ends no page.
addEventListener('beforeunload', () => (close(), asked?.abort(), setTimeout(open, 2000)));
addEventListener('pageshow', (shown) => shown.persisted && location.reload());
