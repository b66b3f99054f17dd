// Has the TypeScript compiler judge values against published classes: excess and missing members at any depth.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, loadTypeScript } from '../../../sdk/codegen/src/packages.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Where the packages of sdk/codegen are: Pulumi's own, and the compiler. */
export const cache = join(root, 'artifacts/codegen');
install(join(root, 'sdk/codegen'), cache);
const ts = loadTypeScript(cache);

/**
 * Findings for values that are given to constructors: ["OWNER: sentence"].
 * @param folder where imports are looked up from
 * @param calls [{ owner, file, name, args }]: `new NAME(...ARGS)`, NAME imported from FILE
 */
export function typecheck(folder, calls) {
  const imports = new Map();
  for (const { file } of calls) if (!imports.has(file)) imports.set(file, `m${imports.size}`);

  // One call on one line: the line of a finding tells whose it is.
  const lines = calls.map(({ file, name, args }) =>
    `new ${imports.get(file)}.${name}(${args.map(arg => JSON.stringify(arg)).join(', ')});`);
  for (const [file, alias] of imports) lines.push(`import * as ${alias} from "${file}";`);
  const [source, text] = [join(folder, 'values.ts'), lines.join('\n')];
  const options = {
    noEmit: true, strict: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = file => file === source || fileExists.call(host, file);
  host.readFile = file => (file === source ? text : readFile.call(host, file));
  host.getSourceFile = (file, ...rest) =>
    file === source ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022) : getSourceFile.call(host, file, ...rest);
  const program = ts.createProgram([source], options, host);
  const file = program.getSourceFile(source);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(found => {
    const owner = calls[file.getLineAndCharacterOfPosition(found.start).line]?.owner ?? source;
    return `${owner}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ').slice(0, 500)}`;
  });
}
