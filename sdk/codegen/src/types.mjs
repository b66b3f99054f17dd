// How the types of the model are spelt in C#, seen from one namespace.

const values = {
  string: 'string',
  int: 'int',
  double: 'double',
  boolean: 'bool',
  any: 'object',
  json: 'System.Text.Json.JsonElement',
  asset: 'Asset',
  archive: 'Archive',
  assetOrArchive: 'AssetOrArchive',
};

const suffixes = {
  input: { resource: 'Args', plain: 'Args', function: 'InputArgs' },
  output: { resource: '', function: 'Result' },
};

export class Types {
  #model;
  #layout;

  constructor(model, layout) {
    this.#model = model;
    this.#layout = layout;
  }

  nestedName(kind, nested) {
    return nested.name + suffixes[kind][nested.role];
  }

  #named(type, from) {
    if (type.kind === 'enum') {
      const { module, name } = this.#model.enums.get(type.path);
      return this.#layout.relative(this.#layout.resources(module), name, from);
    }
    const nested = (type.kind === 'input' ? this.#model.inputs : this.#model.outputs).get(type.path);
    const home = type.kind === 'input' ? this.#layout.inputs(nested.module) : this.#layout.outputs(nested.module);
    return this.#layout.relative(home, this.nestedName(type.kind, nested), from);
  }

  /** The value inside an Input, an Output or a collection; the use is input, plain or output. */
  value(type, from, use = 'input') {
    const inner = t => this.value(t, from, use);
    const plain = use === 'plain';
    if (values[type.kind]) return values[type.kind];
    if (type.kind === 'list') return `${plain ? 'List' : 'ImmutableArray'}<${inner(type.of)}>`;
    if (type.kind === 'map') return `${plain ? 'Dictionary' : 'ImmutableDictionary'}<string, ${inner(type.of)}>`;
    if (type.kind !== 'union') return this.#named(type, from);
    // What comes back for an enum that admits other values is a plain string.
    if (use === 'output' && type.of.some(t => t.kind === 'enum')) return inner(type.of.find(t => t.kind !== 'enum'));
    return type.of.length === 2 ? `Union<${type.of.map(inner).join(', ')}>` : 'object';
  }

  isCollection(type) {
    return type.kind === 'list' || type.kind === 'map';
  }

  /** The type of a property of an args class. Unions of more than two are plain objects in Pulumi's C#. */
  input(type, from) {
    if (type.kind === 'list') return `InputList<${this.value(type.of, from)}>`;
    if (type.kind === 'map') return `InputMap<${this.value(type.of, from)}>`;
    if (type.kind === 'json') return 'InputJson';
    if (type.kind !== 'union') return `Input<${this.value(type, from)}>`;
    return type.of.length === 2 ? `InputUnion<${type.of.map(t => this.value(t, from)).join(', ')}>` : 'object';
  }

  /** The type of a field or an Output: an immutable array is never null, its default says absent. */
  output(type, from, required) {
    return this.value(type, from, 'output') + (required || type.kind === 'list' ? '' : '?');
  }
}
