// What a reader gets from a Markdown text: words, and marks at places between the letters.
//
// Marks are headings with their explicit ids, targets of links, alternative texts of images and
// struck text. Emphasis, levels of headings, kinds of blocks and line breaks leave no trace.
import { Parser } from 'htmlparser2';
import MarkdownIt from 'markdown-it';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { parse as yaml } from 'yaml';

const ATTRIBUTES = /\{:[^{}\n]*\}/;
const BORDER = '\u001e'; // Stands where a block, a cell or a line broken by hand begins or ends.
const EAST_ASIAN = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\u3001-\\u303f\\uff01-\\uffef]';
const JOINED = new RegExp(`(?<=${EAST_ASIAN})[^\\S\\n]*[\\n${BORDER}][\\s${BORDER}]*(?=${EAST_ASIAN})`, 'gu');

const INLINE = new Set(('a abbr acronym attribute-list b bdi bdo big cite code data del dfn em font i img ins kbd ' +
  'label mark nobr q s samp small span strike strong sub sup time tt u var wbr').split(' '));
const BLOCK = new Set(('address area article aside audio base blockquote body br button canvas caption center col ' +
  'colgroup datalist dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 ' +
  'h2 h3 h4 h5 h6 head header hgroup hr html iframe input legend li link main map math menu meta meter nav noscript ' +
  'object ol optgroup option output p param picture pre progress rp rt ruby script search section select slot source ' +
  'style summary svg table tbody td template textarea tfoot th thead title tr track ul video').split(' '));
const STRUCK = new Set(['s', 'del', 'strike']);
const MUTE = new Set(['script', 'style', 'template']);

const markdown = new MarkdownIt({ html: true }).use(definitionLists).use(footnotes);
markdown.normalizeLinkText = (text) => text;

markdown.inline.ruler.before('escape', 'attribute_list', (state, silent) => {
  if (!state.src.startsWith('{:', state.pos)) return false;
  const found = ATTRIBUTES.exec(state.src.slice(state.pos));
  if (found?.index !== 0) return false;
  if (!silent) state.push('attribute_list', '', 0).content = found[0];
  state.pos += found[0].length;
  return true;
});
markdown.renderer.rules.attribute_list = (tokens, index) => {
  const id = /[\s:]#([^\s#.}]+)|\sid="([^"]*)"/.exec(tokens[index].content);
  return id ? `<attribute-list id="${markdown.utils.escapeHtml(id[1] ?? id[2])}"></attribute-list>` : '';
};
markdown.renderer.rules.html_block = (tokens, index) =>
  tokens[index].content.replace(new RegExp(ATTRIBUTES, 'g'), '');

// A heading takes the list on the line below it, and `{#id}` at its end.
markdown.core.ruler.before('inline', 'heading_attributes', ({ tokens }) => {
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    const heading = tokens[index + 1];
    heading.content = heading.content.replace(/\{(#[^\s{}]+)\s*\}\s*$/, '{: $1 }');
    const below = tokens[index + 4];
    if (tokens[index + 3]?.type !== 'paragraph_open' || tokens[index + 3].map[0] !== token.map[1]) return;
    const list = /^\{:[^{}\n]*\}[^\S\n]*(\n|$)/.exec(below.content);
    if (!list) return;
    below.content = below.content.slice(list[0].length);
    heading.content += ` ${list[0].trim()}`;
  });
});

/** A file's text without byte order mark, and its title in the front matter. */
function split(source) {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (/^\+\+\+[^\S\n]*\n/.test(text)) throw new Error('front matter in TOML cannot be read here');
  const front = /^---[^\S\n]*\n(.*?\n)??---[^\S\n]*(\n|$)/s.exec(text);
  if (!front) return { title: '', body: text };
  const keys = yaml(front[1] ?? '', { logLevel: 'silent' }) ?? {};
  if (typeof keys !== 'object') throw new Error('the front matter is no list of keys');
  return { title: String(keys.title ?? ''), body: text.slice(front[0].length) };
}

/** What a reader gets from the source of a text: `{ words, marks }`. */
export function read(source) {
  const { title, body } = split(source);
  // A placeholder is one word, also as the target of a link, which cannot hold spaces.
  const opaque = body.replace(/\{%.*?%\}/g, (form) => form.replace(/\s+/g, ''));
  const html = markdown.render(opaque);

  let words = title ? `${title}${BORDER}` : '';
  let letters = words.replace(/[\s\u001e]+/g, '').length;
  const marks = title ? [{ at: letters, mark: 'title' }] : [];
  const links = [];
  const lists = [];
  let id = '';
  let mute = 0;
  const say = (text) => {
    if (mute) return;
    words += text;
    letters += text.replace(/[\s\u001e]+/g, '').length;
  };
  const mark = (what) => marks.push({ at: letters, mark: what });

  const parser = new Parser({
    ontext: say,
    onopentag(typed, attributes) {
      const name = typed.toLowerCase();
      if (!INLINE.has(name) && !BLOCK.has(name)) return say(html.slice(parser.startIndex, parser.endIndex + 1));
      if (BLOCK.has(name)) say(BORDER);
      if (MUTE.has(name)) mute += 1;
      if (STRUCK.has(name)) mark('struck');
      if (/^h[1-6]$/.test(name)) {
        mark('heading');
        id = attributes.id ?? '';
      }
      if (name === 'attribute-list') id = attributes.id;
      if (name === 'img') mark(`image ${attributes.alt ?? ''}`);
      if (name === 'a') links.push({ href: attributes.href, at: letters, from: words.length });
      if (name === 'ol' || name === 'ul' || name === 'menu') {
        lists.push(name === 'ol' ? Number(attributes.start ?? 1) : null);
      }
      if (name === 'li' && typeof lists.at(-1) === 'number') say(`${lists[lists.length - 1]++}. `);
    },
    onclosetag(typed, implied) {
      const name = typed.toLowerCase();
      if (!INLINE.has(name) && !BLOCK.has(name)) {
        if (!implied) say(html.slice(parser.startIndex, parser.endIndex + 1));
        return;
      }
      if (BLOCK.has(name)) say(BORDER);
      if (MUTE.has(name)) mute -= 1;
      if (STRUCK.has(name)) mark('end of struck');
      if (/^h[1-6]$/.test(name)) mark(`end of heading #${id}`);
      if (name === 'ol' || name === 'ul' || name === 'menu') lists.pop();
      if (name !== 'a') return;
      const { href, at, from } = links.pop();
      // `<https://x.example>` and the bare address look alike and lead to the same place.
      const shown = markdown.normalizeLink(words.slice(from).trim());
      if (href === undefined || [shown, `mailto:${shown}`, `http://${shown}`].includes(href)) return;
      marks.push({ at, mark: `link ${href}` });
    },
  }, { lowerCaseTags: false, decodeEntities: true });
  parser.end(html);

  return { words: words.replace(JOINED, '').replace(/[\s\u001e]+/g, ' ').trim(), marks };
}

/** The first difference of two readings, in context, or null. */
export function difference(old, now) {
  if (old.words !== now.words) {
    let at = 0;
    while (old.words[at] === now.words[at]) at += 1;
    const context = (words) => JSON.stringify(words.slice(Math.max(0, at - 30), at + 40));
    return `${context(old.words)} / ${context(now.words)}`;
  }
  const at = now.marks.findIndex((_, index) => !same(old.marks[index], now.marks[index]));
  if (at < 0 && old.marks.length === now.marks.length) return null;
  const index = at < 0 ? now.marks.length : at;
  return `${mark(old, index)} / ${mark(now, index)}`;
}

const same = (one, other) => one?.at === other?.at && one?.mark === other?.mark;

function mark({ words, marks }, index) {
  if (!marks[index]) return 'nothing';
  let place = 0;
  for (let letters = 0; letters < marks[index].at; place += 1) if (words[place] !== ' ') letters += 1;
  return `${marks[index].mark} at ${JSON.stringify(words.slice(Math.max(0, place - 20), place + 20))}`;
}
