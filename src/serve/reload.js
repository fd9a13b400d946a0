// Reloads the page when the site has changed since the page was made: the number behind the `?`
// of this script says when that was. A browser opens only six connections to one host, so only
// the page that is looked at holds one.
const since = new URL(document.currentScript.src).search;
let events;
const close = () => events && events.close();
const open = () => {
  close();
  if (document.hidden) return;
  events = new EventSource('/-/events' + since);
  events.onmessage = () => location.reload();
};
open();
document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
addEventListener('pagehide', close);
addEventListener('pageshow', (shown) => shown.persisted && location.reload());
