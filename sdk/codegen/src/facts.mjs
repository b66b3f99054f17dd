// What npm does not carry about the C# surface, from csharp-facts.json. A fact that nothing uses is an error.

export class Facts {
  #facts;
  #used = new Set();

  constructor({ namespaces = {}, names = {}, types = {}, omitted = [] }) {
    this.#facts = { namespaces, names, types, omitted: Object.fromEntries(omitted.map(key => [key, true])) };
  }

  #find(kind, owner, member) {
    const key = `${owner.module}.${owner.name}.${member}`;
    if (key in this.#facts[kind]) this.#used.add(`${kind} ${key}`);
    return this.#facts[kind][key];
  }

  namespace(module) {
    return module.split('/').map(s => this.#facts.namespaces[s] ?? s.replace(/^./, c => c.toUpperCase())).join('.');
  }

  property(owner, member) {
    const name = this.#find('names', owner, member) ?? member.replace(/^./, c => c.toUpperCase());
    if (!/^\w+$/.test(name)) throw new Error(`${owner.name}.${name} is no name in C#: csharp-facts.json must name it.`);
    return name;
  }

  /** Members that the recorded C# surface does not have. */
  omitted(owner, member) {
    return this.#find('omitted', owner, member) !== undefined;
  }

  /** The type with `number` settled as int or double, and what npm calls any as JSON or an object. */
  type(owner, member, type) {
    return this.#settle(type, this.#find('types', owner, member));
  }

  #settle(type, fact) {
    if (type.kind === 'number') return { kind: fact === 'double' ? 'double' : 'int' };
    if (type.kind === 'any' && fact === 'json') return { kind: 'json' };
    if (Array.isArray(type.of)) return { ...type, of: type.of.map(t => this.#settle(t, fact)) };
    return type.of ? { ...type, of: this.#settle(type.of, fact) } : type;
  }

  assertUsed() {
    const all = ['names', 'types', 'omitted']
      .flatMap(kind => Object.keys(this.#facts[kind]).map(key => `${kind} ${key}`));
    const left = all.filter(fact => !this.#used.has(fact));
    if (left.length > 0) throw new Error(`csharp-facts.json holds facts about nothing generated: ${left.join('; ')}.`);
  }
}
