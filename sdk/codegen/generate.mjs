// node sdk/codegen/generate.mjs [--cache DIR] [--out DIR]
// Writes sdk/Pulumi.Aws and sdk/Pulumi.Kubernetes for the types in types.json. See README.md.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Declarations } from './src/declarations.mjs';
import { Facts } from './src/facts.mjs';
import { files } from './src/files.mjs';
import { layouts } from './src/layouts.mjs';
import { Model } from './src/model.mjs';
import { install, loadTypeScript, packageFolder } from './src/packages.mjs';
import { Scripts } from './src/scripts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const targets = { aws: 'Pulumi.Aws', kubernetes: 'Pulumi.Kubernetes' };
const json = path => JSON.parse(readFileSync(path, 'utf8'));

function clear(folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder, { recursive: true })) {
    if (file.endsWith('.g.cs')) rmSync(join(folder, file));
  }
}

function main() {
  const { values } = parseArgs({
    options: {
      cache: { type: 'string', default: join(here, '../../artifacts/codegen') },
      out: { type: 'string', default: join(here, '..') },
    },
  });
  install(here, resolve(values.cache));
  const ts = loadTypeScript(resolve(values.cache));
  const types = json(join(here, 'types.json'));
  const allFacts = json(join(here, 'csharp-facts.json'));

  for (const [name, target] of Object.entries(targets)) {
    const folder = packageFolder(resolve(values.cache), name);
    const facts = new Facts(allFacts[name]);
    const model = new Model({
      declarations: new Declarations(ts), scripts: new Scripts(ts), folder, facts, types: types[name],
    });
    const { version } = json(join(folder, 'package.json'));
    const written = files(model, new layouts[name](facts), { name, version });
    clear(join(values.out, target));
    for (const [path, text] of written) {
      const file = join(values.out, target, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    console.error(`${target}: ${model.resources.length} resources, ${model.functions.length} functions, `
      + `${model.inputs.size + model.outputs.size + model.enums.size} nested types in ${written.size} files`);
  }
}

try {
  main();
} catch (error) {
  console.error(process.env.DEBUG ? error.stack : `sdk/codegen: ${error.message}`);
  process.exitCode = 1;
}
