// What git knows of a repository, read with few processes of the `git` program.
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const LARGE = { maxBuffer: 4 * 1024 ** 3 };

export class History {
  #root;
  #parents = new Map();
  #changes = new Map();
  #ids = new Map();
  #blobs = new Map();
  /** For each commit: seconds since 1970 of its committer, and its subject. */
  commits = new Map();

  constructor(root) {
    this.#root = root;
    const log = this.#git(['log', '-z', '--format=%H%n%P%n%ct%n%s', 'HEAD']).toString();
    for (const entry of log.split('\0').filter(Boolean)) {
      const [commit, parents, seconds, subject] = entry.split('\n');
      this.#parents.set(commit, parents.split(' ').filter(Boolean));
      this.commits.set(commit, { seconds: Number(seconds), subject });
    }
    this.head = this.commits.keys().next().value;
    this.#readChanges();
  }

  #git(args, input) {
    const { status, stdout, stderr, error } = spawnSync('git', ['-C', this.#root, ...args], { input, ...LARGE });
    if (error || status !== 0) throw new Error(`git ${args[0]} failed: ${error ?? stderr}`);
    return stdout;
  }

  /** Each commit compared with each of its parents, renames found as git finds them. */
  #readChanges() {
    const pairs = [];
    for (const [commit, parents] of this.#parents) {
      for (const parent of parents) pairs.push([commit, parent]);
      if (parents.length === 0) pairs.push([commit]);
    }
    const lines = pairs.map((pair) => `${pair.join(' ')}\n`).join('');
    const args = ['diff-tree', '--stdin', '-z', '-r', '-M', '-l0', '--root', '--always', '--raw', '--no-abbrev'];
    const fields = this.#git(args, lines).toString().split('\0');
    let at = 0;
    for (const [commit, parent] of pairs) {
      // With --always each pair has its line, also where nothing changed, so that they can be counted off.
      if (fields[at++] !== commit) throw new Error(`git diff-tree left ${commit} out`);
      const changed = new Map();
      while (fields[at]?.startsWith(':')) {
        const status = fields[at++].split(' ').at(-1)[0];
        const from = fields[at++];
        if (status === 'R') changed.set(fields[at++], from);
        else if (status !== 'D') changed.set(from, status === 'A' ? null : from);
      }
      this.#changes.set(`${commit} ${parent}`, changed);
    }
  }

  /** For each parent: what the file was called there (null: there was none), and whether it changed. */
  before(commit, path) {
    return this.#parents.get(commit).map((parent) => {
      const changed = this.#changes.get(`${commit} ${parent}`);
      return changed.has(path) ? { parent, path: changed.get(path), changed: true } : { parent, path, changed: false };
    });
  }

  /** What a file of HEAD was called in each commit that it goes back to. */
  names(path) {
    const names = new Map([[this.head, path]]);
    for (const [commit, name] of names) {
      for (const before of this.before(commit, name)) {
        if (before.path !== null && !names.has(before.parent)) names.set(before.parent, before.path);
      }
    }
    return names;
  }

  /** The commit that `git log -1` names for each of the paths. */
  async touched(paths) {
    const found = new Map();
    const waiting = [...paths];
    const worker = async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        const args = ['--literal-pathspecs', '-C', this.#root, 'log', '-1', '--format=%H', '--', path];
        found.set(path, (await promisify(execFile)('git', args)).stdout.trim());
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return found;
  }

  /** Reads files, each `COMMIT:PATH`, for `content` to give. */
  load(names) {
    const wanted = [...new Set(names)];
    if (wanted.some((name) => name.includes('\n'))) throw new Error('a path holds a line break');
    const answers = this.#git(['cat-file', '--batch-check'], wanted.map((name) => `${name}\n`).join(''))
      .toString().split('\n');
    wanted.forEach((name, index) => {
      const [, id, kind] = /^(\S+) (\S+) \d+$/.exec(answers[index]) ?? [];
      if (kind === 'blob') this.#ids.set(name, id);
      else if (answers[index] !== `${name} missing`) throw new Error(`git cannot read ${name}: ${answers[index]}`);
    });
    const ids = [...new Set(this.#ids.values())];
    const output = this.#git(['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
    let at = 0;
    for (const id of ids) {
      const start = output.indexOf('\n', at) + 1;
      const size = Number(output.toString('latin1', at, start).split(' ')[2]);
      this.#blobs.set(id, output.subarray(start, start + size));
      at = start + size + 1;
    }
  }

  /** The id and the bytes of a file that was loaded; null where there is no such file. */
  content(name) {
    const id = this.#ids.get(name);
    return id === undefined ? null : { id, bytes: this.#blobs.get(id) };
  }
}
