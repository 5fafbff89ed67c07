import { type Node, parseSync, type StaticImportEntry } from 'oxc-parser';

export type Import = {
  specifier: string;
  line: number;
  /** Gone when the program runs. */
  typeOnly: boolean;
  /** Loaded later, so that it cannot close a cycle. */
  dynamic: boolean;
  /** What is taken by name; `*` for all of it, nothing for an import that only runs the file. */
  names: readonly string[];
};

/** `typeUsedHere`: a type that the file's own signatures name, so that callers can name it too. */
type Export = { name: string; line: number; typeUsedHere: boolean };

export type Source = {
  path: string;
  lines: number;
  directive: 'use client' | 'use server' | undefined;
  imports: readonly Import[];
  exports: readonly Export[];
  /** What else the rules ask about: `Date.now`, `new Date()`, `.transaction()` and the like. */
  uses: readonly { what: string; line: number }[];
};

export function readSource(path: string, text: string): Source {
  const { module, program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const lineOf = lineFinder(text);
  const imports: Import[] = module.staticImports.map((statement) => ({
    specifier: statement.moduleRequest.value,
    line: lineOf(statement.start),
    typeOnly: statement.entries.length > 0 && statement.entries.every((entry) => entry.isType),
    dynamic: false,
    names: statement.entries.map(nameOf),
  }));
  const exports: Export[] = [];
  const uses: { what: string; line: number }[] = [];
  for (const entry of module.staticExports.flatMap((statement) => statement.entries)) {
    const line = lineOf(entry.start);
    if (entry.moduleRequest) {
      const names = [entry.importName.name ?? '*'];
      const specifier = entry.moduleRequest.value;
      imports.push({ specifier, line, typeOnly: entry.isType, dynamic: false, names });
    }
    const name = entry.exportName.name ?? 'default';
    const typeUsedHere = entry.isType && text.split(new RegExp(`\\b${name}\\b`)).length > 2;
    exports.push({ name, line, typeUsedHere });
  }
  walk(program, (node) => {
    const line = lineOf(node.start);
    if (node.type === 'ImportExpression' && node.source.type === 'Literal') {
      const specifier = String(node.source.value);
      imports.push({ specifier, line, typeOnly: false, dynamic: true, names: ['*'] });
    }
    if (node.type === 'TSImportType') {
      const specifier = node.source.value;
      imports.push({ specifier, line, typeOnly: true, dynamic: false, names: ['*'] });
    }
    const what = useOf(node);
    if (what) uses.push({ what, line });
  });
  const [first] = program.body;
  const directive = first?.type === 'ExpressionStatement' ? first.directive : undefined;
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    directive: directive === 'use client' || directive === 'use server' ? directive : undefined,
    imports,
    exports,
    uses,
  };
}

function nameOf({ importName }: StaticImportEntry): string {
  if (importName.kind === 'NamespaceObject') return '*';
  return importName.name ?? 'default';
}

/** A member that is read (`Date.now`), a method that is called (`.transaction()`), `new Date()`. */
function useOf(node: Node): string | undefined {
  if (node.type === 'NewExpression' && node.arguments.length === 0) {
    return node.callee.type === 'Identifier' ? `new ${node.callee.name}()` : undefined;
  }
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const { property } = node.callee;
    return property.type === 'Identifier' ? `.${property.name}()` : undefined;
  }
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return undefined;
  return node.property.type === 'Identifier'
    ? `${node.object.name}.${node.property.name}`
    : undefined;
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  if ('type' in value && typeof value.type === 'string') visit(value as Node);
  for (const child of Object.values(value)) walk(child, visit);
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const after = starts.findIndex((start) => start > offset);
    return after < 0 ? starts.length : after;
  };
}
