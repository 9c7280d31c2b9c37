import type { File, Item, Missing, Version } from '../ast.ts'
import type { FileCstNode, ItemCstNode, VersionCstNode } from '../generated/cst.ts'
import { report } from '../report.ts'
import { type Building, first, optional, quantityOf, spanOf, stringOf } from './building.ts'
import { buildRouteItem } from './chain.ts'
import { buildBudget, buildConst, buildInclude, buildLimit, buildPred } from './declaration.ts'
import { buildAttemptRow, buildCacheRow, buildGuardRow, buildLogRow, buildShapeRow } from './table.ts'
import { buildAssert, buildTest, buildTestTable } from './test.ts'

/** The syntax tree of a whole file. */
export function buildFile(b: Building, node: FileCstNode, span: Missing['span']): File {
  return {
    kind: 'File',
    span,
    version: optional(node.children.version, (child) => buildVersion(b, child)),
    items: (node.children.item ?? []).map((child) => buildItem(b, child)),
  }
}

export function buildVersion(b: Building, node: VersionCstNode): Version | undefined {
  const token = first(node.children.Quantity)
  const quantity = quantityOf(b, token)
  if (quantity.kind === 'Missing') return undefined
  if (token.image !== '1') b.report(report('GWC0114', { found: token.image }, quantity.span))
  return { kind: 'Version', span: spanOf(b, node), number: 1 }
}

/** One declaration or table. */
export function buildItem(b: Building, node: ItemCstNode): Item {
  const c = node.children
  const span = spanOf(b, node)
  if (c.factsDecl) return { kind: 'Facts', span, path: stringOf(b, first(first(c.factsDecl).children.Text)) }
  if (c.zoneDecl) return { kind: 'Zone', span, zone: stringOf(b, first(first(c.zoneDecl).children.Text)) }
  if (c.importDecl)
    return { kind: 'Import', span, path: stringOf(b, first(first(c.importDecl).children.Text)) }
  if (c.includeDecl) return buildInclude(b, first(c.includeDecl))
  if (c.constDecl) return buildConst(b, first(c.constDecl))
  if (c.predDecl) return buildPred(b, first(c.predDecl))
  if (c.budgetDecl) return buildBudget(b, first(c.budgetDecl))
  if (c.limitDecl) return buildLimit(b, first(c.limitDecl))
  if (c.assertDecl) return buildAssert(b, first(c.assertDecl))
  if (c.testDecl) return buildTest(b, first(c.testDecl))
  if (c.testTableDecl) return buildTestTable(b, first(c.testTableDecl))
  return buildTable(b, node)
}

function buildTable(b: Building, node: ItemCstNode): Item {
  const c = node.children
  const span = spanOf(b, node)
  if (c.guardTable) {
    const rows = first(c.guardTable).children.guardRow ?? []
    return { kind: 'Guard', span, rows: rows.map((row) => buildGuardRow(b, row)) }
  }
  if (c.cacheTable) {
    const rows = first(c.cacheTable).children.cacheRow ?? []
    return { kind: 'Cache', span, rows: rows.map((row) => buildCacheRow(b, row)) }
  }
  if (c.attemptTable) {
    const rows = first(c.attemptTable).children.attemptRow ?? []
    return { kind: 'Attempt', span, rows: rows.map((row) => buildAttemptRow(b, row)) }
  }
  if (c.shapeTable) {
    const rows = first(c.shapeTable).children.shapeRow ?? []
    return { kind: 'Shape', span, rows: rows.map((row) => buildShapeRow(b, row)) }
  }
  if (c.logTable) {
    const rows = first(c.logTable).children.logRow ?? []
    return { kind: 'Log', span, rows: rows.map((row) => buildLogRow(b, row)) }
  }
  const { Kw_embeddings, routeItem } = first(c.routeTable).children
  const items = (routeItem ?? []).map((child) => buildRouteItem(b, child))
  return { kind: 'Route', span, traffic: Kw_embeddings ? 'embeddings' : 'generation', items }
}
