// Writes classes as C# text. Only members a program or a test can touch, one line each where C# allows it.

const keywords = new Set(['abstract', 'as', 'base', 'bool', 'break', 'byte', 'case', 'catch', 'char', 'checked',
  'class', 'const', 'continue', 'decimal', 'default', 'delegate', 'do', 'double', 'else', 'enum', 'event', 'explicit',
  'extern', 'false', 'finally', 'fixed', 'float', 'for', 'foreach', 'goto', 'if', 'implicit', 'in', 'int', 'interface',
  'internal', 'is', 'lock', 'long', 'namespace', 'new', 'null', 'object', 'operator', 'out', 'override', 'params',
  'private', 'protected', 'public', 'readonly', 'ref', 'return', 'sbyte', 'sealed', 'short', 'sizeof', 'stackalloc',
  'static', 'string', 'struct', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'uint', 'ulong', 'unchecked',
  'unsafe', 'ushort', 'using', 'virtual', 'void', 'volatile', 'while']);

const parameter = name => (keywords.has(name) ? `@${name}` : name);
// A property that hides a method of object says so.
const hiding = property => (property === 'Equals' || property === 'GetType' ? 'new ' : '');
const strings = list => list.map(s => `"${s}"`).join(', ');
const obsolete = 'Obsolete("Deprecated by the provider.")';

function block(head, lines) {
  const body = lines.flatMap(l => (l === '' ? [''] : l.split('\n').map(x => (x === '' ? '' : `    ${x}`))));
  return [head, '{', ...body, '}'].join('\n');
}

export class Writer {
  #types;
  #options;

  /** @param options sealedArgs, attribute, resourceBase, allRequired: what differs between the two packages. */
  constructor(types, options) {
    this.#types = types;
    this.#options = options;
  }

  #assertDistinct(name, props) {
    const taken = new Set([name]);
    for (const { property } of props) {
      if (taken.has(property)) throw new Error(`${name}.${property} is taken: csharp-facts.json must name it.`);
      taken.add(property);
    }
  }

  #input(prop, from) {
    const type = this.#types.input(prop.type, from);
    const collection = this.#types.isCollection(prop.type);
    if (collection || prop.secret) return this.#field(prop, type, collection);
    return this.#property(prop, type, prop.required ? ' = null!;' : '');
  }

  #plain(prop, from) {
    const type = this.#types.value(prop.type, from, 'plain');
    if (this.#types.isCollection(prop.type)) return this.#field(prop, type, true);
    const isValue = ['int', 'double', 'boolean'].includes(prop.type.kind);
    return this.#property(prop, type, prop.required && !isValue ? ' = null!;' : '');
  }

  #mark({ name, required, json }) {
    return `[Input(${[`"${name}"`, required && 'required: true', json && 'json: true'].filter(Boolean).join(', ')})]`;
  }

  #property(prop, type, initial) {
    const declared = `public ${hiding(prop.property)}${type}${prop.required ? '' : '?'} ${prop.property}`;
    return `${this.#mark(prop)}\n${declared} { get; set; }${initial}`;
  }

  /** The mark is on a field: a list nobody touched stays null there, and is not sent. */
  #field(prop, type, collection) {
    const field = `_${prop.name}`;
    const get = collection ? `${field} ??= new()` : prop.required ? `${field}!` : field;
    const set = prop.secret ? 'Utilities.Secret(value)' : 'value';
    const optional = collection || prop.required ? '' : '?';
    return [
      this.#mark(prop),
      `private ${type}? ${field};`,
      ...(prop.deprecated ? [`[${obsolete}]`] : []),
      `public ${hiding(prop.property)}${type}${optional} ${prop.property} { get => ${get}; set => ${field} = ${set}; }`,
    ].join('\n');
  }

  #defaultValue({ default: value, type }) {
    if ('literal' in value) return JSON.stringify(value.literal);
    const number = type.kind === 'double' ? 'GetEnvDouble' : 'GetEnvInt32';
    const call = value.call === 'getEnvNumber' ? number : value.call.replace('get', 'Get');
    // An input of null is sent as if it were absent, so an unset variable needs no case of its own.
    return `Utilities.${call}(${strings(value.variables)})${call === 'GetEnv' ? '!' : ''}`;
  }

  args(name, props, from, { base = 'global::Pulumi.ResourceArgs', plain = false, sealed = true } = {}) {
    this.#assertDistinct(name, props);
    const defaults = props.filter(p => p.default).map(p => `${p.property} = ${this.#defaultValue(p)};`);
    return block(`public ${sealed ? 'sealed ' : ''}class ${name} : ${base}`, [
      ...props.map(p => (plain ? this.#plain(p, from) : this.#input(p, from))),
      ...(props.length > 0 ? [''] : []),
      block(`public ${name}()`, defaults),
      '',
      `public static new ${name} Empty => new();`,
    ]);
  }

  nestedInput(nested, from) {
    const name = this.#types.nestedName('input', nested);
    const plain = nested.role === 'plain';
    const base = plain ? 'global::Pulumi.InvokeArgs' : 'global::Pulumi.ResourceArgs';
    return this.args(name, nested.props, from, { base, plain, sealed: this.#options.sealedArgs });
  }

  output(name, props, from) {
    this.#assertDistinct(name, props);
    const typed = props.map(p => ({
      ...p,
      type: this.#types.output(p.type, from, p.required || this.#options.allRequired),
      parameter: parameter(p.name),
    }));
    return `[OutputType]\n${block(`public sealed class ${name}`, [
      ...typed.map(p => `public ${hiding(p.property)}readonly ${p.type} ${p.property};`),
      '',
      '[OutputConstructor]',
      block(`private ${name}(${typed.map(p => `\n    ${p.type} ${p.parameter}`).join(',')})`,
        typed.map(p => `${p.property === p.parameter ? 'this.' : ''}${p.property} = ${p.parameter};`)),
    ])}`;
  }

  nestedOutput(nested, from) {
    return this.output(this.#types.nestedName('output', nested), nested.props, from);
  }

  enumeration({ name, members }) {
    return `[EnumType]\n${block(`public readonly struct ${name} : IEquatable<${name}>`, [
      'private readonly string _value;',
      '',
      `private ${name}(string value) => _value = value;`,
      '',
      ...members.map(m => `${m.deprecated ? `[${obsolete}]\n` : ''}`
        + `public static ${name} ${m.name} { get; } = new("${m.value}");`),
      '',
      `public static bool operator ==(${name} left, ${name} right) => left.Equals(right);`,
      `public static bool operator !=(${name} left, ${name} right) => !left.Equals(right);`,
      `public static explicit operator string(${name} value) => value._value;`,
      '',
      `public override bool Equals(object? obj) => obj is ${name} other && Equals(other);`,
      `public bool Equals(${name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);`,
      'public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;',
      'public override string ToString() => _value;',
    ])}`;
  }

  /** @param argsType the args class as seen from the resource's namespace. */
  resource(resource, argsType, from) {
    const { name, token, inputs, outputs, isProvider } = resource;
    this.#assertDistinct(name, outputs);
    const options = this.#options;
    const base = isProvider ? 'global::Pulumi.ProviderResource' : options.resourceBase;
    const constants = inputs.filter(p => p.constant !== undefined);
    const args = constants.length > 0 ? 'MakeArgs(args)' : `args ?? new ${argsType}()`;
    const parameters = `${argsType}${resource.argsOptional ? '? args = null' : ' args'}`;
    const extra = [
      resource.aliases.length > 0 && `, aliases: [${strings(resource.aliases)}]`,
      resource.secretOutputs.length > 0 && `, secretOutputs: [${strings(resource.secretOutputs)}]`,
    ].filter(Boolean).join('');
    const getable = resource.getable ? this.#getMembers(resource) : [];
    const lines = [
      ...outputs.map(p => this.#outputProperty(p, from)),
      ...(outputs.length > 0 ? [''] : []),
      block(`public ${name}(string name, ${parameters}, CustomResourceOptions? options = null)\n`
        + `    : base("${token}", name, ${args}, MakeResourceOptions(options, ""))`, []),
      ...(constants.length > 0 ? ['', this.#makeArgs(argsType, constants)] : []),
      '',
      'private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id) =>',
      `    Utilities.ResourceOptions(options, id${extra});`,
      ...getable,
    ];
    const fullToken = isProvider ? `pulumi:providers:${token}` : token;
    const attributes = `${resource.deprecated ? `[${obsolete}]\n` : ''}[${options.attribute}("${fullToken}")]`;
    return `${attributes}\n${block(`public partial class ${name} : ${base}`, lines)}`;
  }

  #outputProperty(prop, from) {
    const type = this.#types.output(prop.type, from, prop.required || this.#options.allRequired);
    return `[Output("${prop.name}")]\npublic Output<${type}> ${prop.property} { get; private set; } = null!;`;
  }

  #makeArgs(argsType, constants) {
    return block(`private static ${argsType} MakeArgs(${argsType}? args)`, [
      `args ??= new ${argsType}();`,
      ...constants.map(p => `args.${p.property} = "${p.constant}";`),
      'return args;',
    ]);
  }

  #getMembers({ name, token }) {
    return [
      '',
      block(`private ${name}(string name, Input<string> id, CustomResourceOptions? options)\n`
        + `    : base("${token}", name, null, MakeResourceOptions(options, id))`, []),
      '',
      `public static ${name} Get(string name, Input<string> id, CustomResourceOptions? options = null) =>\n`
        + '    new(name, id, options);',
    ];
  }

  function(fn, from) {
    const { name, token } = fn;
    const result = `${name}Result`;
    const invoke = (method, suffix, options) => {
      const type = `${name}${suffix}`;
      const optional = fn.argsOptional && options !== 'InvokeOutputOptions options';
      const parameters = fn.inputs ? `${type}${optional ? '? args = null' : ' args'}, ${options}` : options;
      const passed = fn.inputs ? `args ?? new ${type}()` : 'InvokeArgs.Empty';
      const returned = method === 'InvokeAsync' ? `Task<${result}>` : `Output<${result}>`;
      return `public static ${returned} ${method}(${parameters}) =>\n`
        + `    global::Pulumi.Deployment.Instance.${method}<${result}>(\n`
        + `        "${token}", ${passed}, options.WithDefaults())!;`;
    };
    const methods = [
      invoke('InvokeAsync', 'Args', 'InvokeOptions? options = null'),
      '',
      invoke('Invoke', 'InvokeArgs', 'InvokeOptions? options = null'),
      '',
      invoke('Invoke', 'InvokeArgs', 'InvokeOutputOptions options'),
    ];
    const base = 'global::Pulumi.InvokeArgs';
    return [
      `${fn.deprecated ? `[${obsolete}]\n` : ''}${block(`public static class ${name}`, methods)}`,
      ...(fn.inputs ? [
        this.args(`${name}Args`, fn.plain, from, { base, plain: true }),
        this.args(`${name}InvokeArgs`, fn.inputs, from, { base }),
      ] : []),
      this.output(result, fn.outputs, from),
    ].join('\n\n');
  }
}
