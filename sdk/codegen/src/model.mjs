// The model of one package: the listed resources and functions, and every nested type and enum they reach.
import { join } from 'node:path';

// npm names a file after its class with the leading run of capitals lowered: CSIDriver is in csidriver.d.ts.
const lowerFirst = name => name.replace(/^[A-Z]+/, run => run.toLowerCase());

export class Model {
  resources = [];
  functions = [];
  /** Dotted npm path → { module, name, role, props }; role is resource, plain or function. */
  inputs = new Map();
  outputs = new Map();
  enums = new Map();

  #declarations;
  #scripts;
  #folder;
  #facts;
  #nestedDefaults;

  constructor({ declarations, scripts, folder, facts, types }) {
    this.#declarations = declarations;
    this.#scripts = scripts;
    this.#folder = folder;
    this.#facts = facts;
    this.#nestedDefaults = scripts.nestedDefaults(join(folder, 'types', 'input.js'));
    for (const [module, names] of Object.entries(types)) {
      for (const name of names) {
        if (/^get[A-Z]/.test(name)) this.#function(module, name);
        else this.#resource(module, name);
      }
    }
    facts.assertUsed();
  }

  #path(module, name, extension) {
    return join(this.#folder, module, lowerFirst(name) + extension);
  }

  #resource(module, name) {
    const path = this.#path(module, name, '.d.ts');
    const { classes, interfaces } = this.#declarations.read(path);
    const declared = classes.get(name);
    if (!declared) throw new Error(`"${path}" declares no class ${name}.`);
    const script = this.#scripts.resource(this.#path(module, name, '.js'), name);
    const owner = { module, name };
    const args = interfaces.get(`${name}Args`)();
    const isProvider = script.token === name || !script.token.includes(':');
    const inputs = this.#props(owner, args.filter(p => script.inputs.has(p.name)), 'resource')
      .map(p => ({ ...p, ...script.inputs.get(p.name) }));
    this.resources.push({
      ...owner,
      isProvider,
      token: script.token,
      aliases: script.aliases,
      secretOutputs: script.secretOutputs,
      argsOptional: declared.argsOptional,
      getable: declared.hasGet && !declared.getNeedsState,
      deprecated: declared.deprecated,
      inputs,
      outputs: this.#props(owner, declared.outputs, 'resource'),
    });
  }

  #function(module, name) {
    const { functions, interfaces } = this.#declarations.read(this.#path(module, name, '.d.ts'));
    const declared = functions.get(name);
    const title = name[0].toUpperCase() + name.slice(1);
    const owner = { module, name: title };
    const args = suffix => interfaces.get(title + suffix)?.();
    this.functions.push({
      ...owner,
      token: this.#scripts.function(this.#path(module, name, '.js')),
      argsOptional: declared.argsOptional,
      deprecated: declared.deprecated,
      plain: declared.args && this.#props(owner, args('Args'), 'plain'),
      inputs: declared.args && this.#props(owner, args('OutputArgs'), 'function'),
      outputs: this.#props(owner, args('Result'), 'function'),
    });
  }

  /** Properties with facts applied; every type they name is visited in the same role. */
  #props(owner, members, role) {
    return members
      .filter(m => !this.#facts.omitted(owner, m.name))
      .map(member => {
        const type = this.#facts.type(owner, member.name, member.type);
        this.#reach(type, role);
        return {
          name: member.name,
          property: this.#facts.property(owner, member.name),
          type,
          required: !member.optional,
          deprecated: member.deprecated,
        };
      });
  }

  #reach(type, role) {
    for (const of of [type.of ?? []].flat()) this.#reach(of, role);
    if (type.kind === 'enum') this.#enum(type.path);
    else if (type.kind === 'input') this.#nested(this.inputs, 'input', type.path, role);
    else if (type.kind === 'output') this.#nested(this.outputs, 'output', type.path, role);
    else if (type.kind === 'foreign') throw new Error(`"${type.name}" has no counterpart in C#.`);
  }

  #nested(reached, kind, path, role) {
    const known = reached.get(path);
    if (known) {
      if (known.role !== role) throw new Error(`"${path}" is used both in the role ${known.role} and in ${role}.`);
      return;
    }
    const members = this.#declarations.read(join(this.#folder, 'types', `${kind}.d.ts`)).interfaces.get(path);
    if (!members) throw new Error(`No interface "${path}" in types/${kind}.d.ts.`);
    const owner = split(path);
    // In a function's inputs npm puts Args behind the names that C# puts InputArgs behind.
    if (role === 'function' && kind === 'input') owner.name = owner.name.replace(/Args$/, '');
    const nested = { ...owner, role };
    reached.set(path, nested);
    const defaults = (kind === 'input' && this.#nestedDefaults.get(lowerFirst(owner.name))) || new Map();
    nested.props = this.#props(owner, members(), role).map(p => ({ ...p, default: defaults.get(p.name) }));
  }

  #enum(path) {
    if (this.enums.has(path)) return;
    const { module, name } = split(path);
    const file = join(this.#folder, 'types', 'enums', module, 'index.d.ts');
    const members = this.#declarations.read(file).enums.get(name);
    if (!members) throw new Error(`No enum ${name} in "${file}".`);
    this.enums.set(path, { module, name, members });
  }
}

function split(path) {
  const parts = path.split('.');
  return { name: parts.pop(), module: parts.join('/') };
}
