import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/launch/paths.ts';

/** Every object or list literal at the top of a workflow module, as `file:NAME`. */
export const literalsOfWorkflows = (): string[] =>
  sources().flatMap((source) =>
    source.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => [...declarationList.declarations])
      .filter(({ initializer }) => initializer && isLiteral(initializer))
      .map(({ name }) => `${source.fileName}:${name.getText(source)}`),
  );

/** What workflow code imports of the domain to call it; types leave nothing in the bundle. */
export const domainValues = (): string[] => [
  ...new Set(
    sources()
      .flatMap(({ statements }) => statements.filter(ts.isImportDeclaration))
      .filter(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text.startsWith('@overturn/domain'))
      .flatMap(({ importClause }) =>
        importClause && importClause.phaseModifier !== ts.SyntaxKind.TypeKeyword ? valuesOf(importClause) : [],
      ),
  ),
];

const sources = (): ts.SourceFile[] =>
  globSync('libs/workflows/src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort()
    .map((file) => ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true));

function isLiteral(value: ts.Expression): boolean {
  if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) return isLiteral(value.expression);
  return ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value);
}

function valuesOf({ namedBindings }: ts.ImportClause): string[] {
  if (!namedBindings || !ts.isNamedImports(namedBindings)) return ['everything'];
  return namedBindings.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}
