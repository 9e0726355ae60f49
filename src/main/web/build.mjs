// Builds the browser part into the folder given as first argument, and does nothing if nothing changed since.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const outDir = resolve(process.argv[2] ?? join(here, '../../../target/classes/static/assets'));
const stamp = join(outDir, '.stamp');

// the bundler needs this, and with an older one would stop in the middle without saying so
const [major, minor] = process.versions.node.split('.').map(Number);
const newEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
if (!newEnough) {
  console.error(`つなぐの画面の組み立てには Node.js 20.19 以上（22 なら 22.12 以上）が必要です。今は ${process.versions.node} です。`);
  console.error(`Node.js 20.19 or later (of 22: 22.12 or later) is needed to build the browser part; this is ${process.versions.node}.`);
  process.exit(1);
}

const lockHash = hashOf(['package.json', 'package-lock.json'].map((name) => join(here, name)));
const inputHash = hashOf(files(here));
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputHash) {
  process.exit(0);
}

const installed = join(here, 'node_modules/.installed');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lockHash) {
  run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  writeFileSync(installed, lockHash);
}
bundle('vite.config.mjs', outDir);
bundle('vite.pages.config.mjs', join(outDir, 'pages'));
copyFonts();
mkdirSync(outDir, { recursive: true });
writeFileSync(stamp, inputHash);

function bundle(config, to) {
  const vite = join(here, 'node_modules/vite/bin/vite.js');
  run(process.execPath, [vite, 'build', '--config', join(here, config), '--logLevel', 'warn', '--outDir', to]);
}

// the papers are printed with them: part of the program, not of the pages
function copyFonts() {
  const fonts = resolve(outDir, '../../fonts');
  mkdirSync(fonts, { recursive: true });
  const packages = join(here, 'node_modules/@expo-google-fonts');
  copyFileSync(join(packages, 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'), join(fonts, 'NotoSansJP_400Regular.ttf'));
  copyFileSync(join(packages, 'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'), join(fonts, 'NotoSansJP_700Bold.ttf'));
  const signs = 'NotoSansSymbols2_400Regular.ttf';
  copyFileSync(join(packages, 'noto-sans-symbols-2/400Regular', signs), join(fonts, signs));
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error(`画面の組み立てに失敗しました: ${command} ${args[0]}`);
    process.exit(result.status ?? 1);
  }
}

function files(folder) {
  return readdirSync(folder)
    .filter((name) => name !== 'node_modules')
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path]))
    .sort();
}

function hashOf(paths) {
  const hash = createHash('sha256');
  paths.forEach((path) => hash.update(relative(here, path)).update(readFileSync(path)));
  return hash.digest('hex');
}
