// The pinned npm packages: installed once per lock file into a cache outside the tree, and read from there.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const pinned = ['package.json', 'package-lock.json', '.npmrc'];

/** Installs the packages of the lock file into `cache`, unless that very lock file was installed there before. */
export function install(source, cache) {
  const stamp = join(cache, 'installed.lock');
  const lock = readFileSync(join(source, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;

  // The stamp goes first and comes last: a run cut short in between leaves a cache that installs itself again.
  rmSync(stamp, { force: true });
  mkdirSync(cache, { recursive: true });
  for (const file of pinned) cpSync(join(source, file), join(cache, file));
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: cache, encoding: 'utf8' });
  if (npm.error || npm.status !== 0) {
    const missing = npm.error?.code === 'ENOENT' && 'there is no npm on PATH. Install Node 20 with npm.';
    throw new Error(`npm ci in "${cache}" failed: ${missing || npm.error?.message || npm.stderr.trim()}`);
  }
  writeFileSync(stamp, lock);
}

/** The TypeScript compiler of the cache: this program keeps no node_modules of its own. */
export const loadTypeScript = cache => createRequire(join(cache, 'package.json'))('typescript');

export const packageFolder = (cache, name) => join(cache, 'node_modules', '@pulumi', name);
