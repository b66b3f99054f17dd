// Reads .d.ts files: interfaces, resource classes, functions and enums, with the types reduced to a small model:
//   { kind: 'string' | 'number' | 'boolean' | 'any' | 'asset' | 'archive' | 'assetOrArchive' }
//   { kind: 'list' | 'map', of } · { kind: 'union', of: [] } · { kind: 'enum' | 'input' | 'output', path: 'core.v1.Pod' }
//   { kind: 'foreign', name }: a resource or an alias that only TypeScript accepts in this place

const primitives = { StringKeyword: 'string', NumberKeyword: 'number', BooleanKeyword: 'boolean', AnyKeyword: 'any' };
const assets = { 'pulumi.asset.Asset': 'asset', 'pulumi.asset.Archive': 'archive' };
const references = { inputs: 'input', outputs: 'output', enums: 'enum' };
const wrappers = new Set(['pulumi.Input', 'pulumi.Output', 'Promise']);

export class Declarations {
  #ts;
  #files = new Map();

  constructor(ts) {
    this.#ts = ts;
  }

  /** The declarations of one file, keyed by their dotted path inside it. */
  read(path) {
    if (!this.#files.has(path)) {
      const text = this.#ts.sys.readFile(path);
      if (text === undefined) throw new Error(`No file "${path}": is the type spelt in types.json as npm spells it?`);
      const found = { interfaces: new Map(), classes: new Map(), functions: new Map(), enums: new Map() };
      const source = this.#ts.createSourceFile(path, text, this.#ts.ScriptTarget.Latest, true);
      this.#collect(source.statements, '', found);
      this.#files.set(path, found);
    }
    return this.#files.get(path);
  }

  #collect(statements, prefix, found) {
    const { ts } = this;
    for (const node of statements) {
      if (ts.isModuleDeclaration(node)) {
        const body = node.body;
        this.#collect(ts.isModuleBlock(body) ? body.statements : [body], `${prefix}${node.name.text}.`, found);
      } else if (ts.isInterfaceDeclaration(node)) {
        found.interfaces.set(prefix + node.name.text, this.#lazy(() => this.#members(node)));
      } else if (ts.isClassDeclaration(node)) {
        found.classes.set(prefix + node.name.text, this.#class(node));
      } else if (ts.isFunctionDeclaration(node)) {
        found.functions.set(prefix + node.name.text, this.#function(node));
      } else if (ts.isVariableStatement(node)) {
        for (const { name, type } of node.declarationList.declarations) {
          if (type && ts.isTypeLiteralNode(type)) found.enums.set(prefix + name.text, this.#enum(type));
        }
      }
    }
  }

  get ts() {
    return this.#ts;
  }

  #lazy(read) {
    let value;
    return () => (value ??= read());
  }

  #class(node) {
    const constructor = node.members.find(this.#ts.isConstructorDeclaration);
    const get = node.members.find(m => this.#ts.isMethodDeclaration(m) && m.name.text === 'get');
    return {
      outputs: this.#members(node).filter(m => !m.hidden),
      argsOptional: constructor?.parameters[1]?.questionToken !== undefined,
      hasGet: get !== undefined,
      // A state that a lookup needs cannot be left out, and this SDK has no state classes.
      getNeedsState: get?.parameters[2]?.name.text === 'state' && get.parameters[2].questionToken === undefined,
      deprecated: this.#deprecated(node),
    };
  }

  #function(node) {
    const [args] = node.parameters;
    const hasArgs = args?.name.text === 'args';
    return {
      args: hasArgs ? args.type.getText() : undefined,
      argsOptional: hasArgs && args.questionToken !== undefined,
      deprecated: this.#deprecated(node),
    };
  }

  #enum(type) {
    return type.members.map(member => ({
      name: member.name.text,
      value: member.type.literal.text,
      deprecated: this.#deprecated(member),
    }));
  }

  #members(node) {
    const { ts } = this;
    return node.members
      .filter(m => (ts.isPropertySignature(m) || ts.isPropertyDeclaration(m)) && m.type)
      .map(m => ({
        name: m.name.text,
        type: this.#type(m.type),
        optional: m.questionToken !== undefined || this.#admitsUndefined(m.type),
        deprecated: this.#deprecated(m),
        hidden: m.modifiers?.some(x => x.kind === ts.SyntaxKind.PrivateKeyword) ?? false,
      }));
  }

  #deprecated(node) {
    return this.#ts.getJSDocDeprecatedTag(node) !== undefined;
  }

  #admitsUndefined(node) {
    const { ts } = this;
    if (ts.isUnionTypeNode(node)) return node.types.some(t => t.kind === ts.SyntaxKind.UndefinedKeyword);
    return ts.isTypeReferenceNode(node) && wrappers.has(node.typeName.getText())
      && this.#admitsUndefined(node.typeArguments[0]);
  }

  #type(node) {
    const { ts } = this;
    const primitive = primitives[ts.SyntaxKind[node.kind]];
    if (primitive) return { kind: primitive };
    if (ts.isParenthesizedTypeNode(node)) return this.#type(node.type);
    if (ts.isArrayTypeNode(node)) return { kind: 'list', of: this.#type(node.elementType) };
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return { kind: 'string' };
    if (ts.isUnionTypeNode(node)) return this.#union(node.types.filter(t => t.kind !== ts.SyntaxKind.UndefinedKeyword));
    if (ts.isTypeLiteralNode(node) && ts.isIndexSignatureDeclaration(node.members[0])) {
      return { kind: 'map', of: this.#type(node.members[0].type) };
    }
    if (ts.isTypeReferenceNode(node)) return this.#reference(node);
    throw new Error(`A type this generator does not know: "${node.getText()}".`);
  }

  #reference(node) {
    const name = node.typeName.getText();
    if (wrappers.has(name)) return this.#type(node.typeArguments[0]);
    if (assets[name]) return { kind: assets[name] };
    const [root, ...path] = name.split('.');
    return references[root] ? { kind: references[root], path: path.join('.') } : { kind: 'foreign', name };
  }

  #union(nodes) {
    const types = nodes.map(n => this.#type(n));
    if (types.length === 1) return types[0];
    if (types.every(t => t.kind === 'asset' || t.kind === 'archive')) return { kind: 'assetOrArchive' };
    // A resource in place of its name, or an alias of string: conveniences of TypeScript alone.
    const native = types.filter(t => t.kind !== 'foreign');
    const distinct = native.filter((t, i) => native.findIndex(o => JSON.stringify(o) === JSON.stringify(t)) === i);
    return distinct.length === 1 ? distinct[0] : { kind: 'union', of: distinct };
  }
}
