import type {
  Chain,
  DenyTarget,
  FailureClass,
  Pick,
  QuantityLit,
  RouteDefault,
  RouteItem,
  RouteRule,
  Split,
  Stage,
  Target,
  When,
} from '../ast.ts'
import type {
  AcceptedCstNode,
  ChainCstNode,
  DenyTargetCstNode,
  FailureClassCstNode,
  NextStageCstNode,
  PickCstNode,
  RouteDefaultCstNode,
  RouteItemCstNode,
  RouteRuleCstNode,
  ShadowCstNode,
  SplitCstNode,
  StageCstNode,
  StatusCstNode,
  TargetCstNode,
  WhenCstNode,
} from '../generated/cst.ts'
import {
  type Building,
  first,
  nameOf,
  optional,
  quantityIfWhole,
  quantityOf,
  spanOf,
  stringOf,
} from './building.ts'
import { buildCondition, buildModelRef, buildSet } from './condition.ts'
import { buildWas } from './declaration.ts'

export function buildRouteItem(b: Building, node: RouteItemCstNode): RouteItem {
  const { affinity, routeRule, routeDefault } = node.children
  if (routeRule) return buildRouteRule(b, first(routeRule))
  if (routeDefault) return buildRouteDefault(b, first(routeDefault))
  const child = first(affinity)
  return { kind: 'Affinity', span: spanOf(b, child), by: nameOf(b, first(child.children.Name)) }
}

function buildRouteRule(b: Building, node: RouteRuleCstNode): RouteRule {
  const span = spanOf(b, node)
  return {
    kind: 'Rule',
    span,
    doc: b.docOf(span.start),
    name: nameOf(b, first(node.children.Name)),
    was: optional(node.children.was, (child) => buildWas(b, child)),
    when: buildWhen(b, first(node.children.when)),
    chain: buildChain(b, first(node.children.chain)),
  }
}

function buildRouteDefault(b: Building, node: RouteDefaultCstNode): RouteDefault {
  const span = spanOf(b, node)
  return {
    kind: 'RouteDefault',
    span,
    doc: b.docOf(span.start),
    chain: buildChain(b, first(node.children.chain)),
  }
}

export function buildWhen(b: Building, node: WhenCstNode): When {
  return {
    kind: 'When',
    span: spanOf(b, node),
    condition: buildCondition(b, first(node.children.condition)),
  }
}

export function buildChain(b: Building, node: ChainCstNode): Chain {
  const head = buildStage(b, first(node.children.stage))
  const rest = (node.children.nextStage ?? []).map((child) => buildNextStage(b, child))
  return { kind: 'Chain', span: spanOf(b, node), stages: [head, ...rest] }
}

function buildStage(b: Building, node: StageCstNode): Stage {
  return {
    kind: 'Stage',
    span: spanOf(b, node),
    target: buildTarget(b, first(node.children.target)),
    shadow: optional(node.children.shadow, (child) => buildShadow(b, child)),
    on: undefined,
  }
}

function buildNextStage(b: Building, node: NextStageCstNode): Stage {
  const stage = buildStage(b, first(node.children.stage))
  const on = optional(node.children.accepted, (child) => buildAccepted(b, child))
  return { ...stage, span: spanOf(b, node), on }
}

function buildAccepted(b: Building, node: AcceptedCstNode): readonly FailureClass[] {
  return node.children.failureClass.map((child) => buildFailureClass(b, child))
}

function buildFailureClass(b: Building, node: FailureClassCstNode): FailureClass {
  const { Quantity, StatusClass, Name } = node.children
  return { kind: 'FailureClass', span: spanOf(b, node), text: first(Quantity ?? StatusClass ?? Name).image }
}

function buildShadow(b: Building, node: ShadowCstNode): NonNullable<Stage['shadow']> {
  return {
    share: quantityOf(b, first(node.children.Quantity)),
    model: buildModelRef(b, first(node.children.modelRef)),
  }
}

function buildTarget(b: Building, node: TargetCstNode): Target {
  const { pick, split, Kw_asked, denyTarget, modelRef } = node.children
  if (pick) return buildPick(b, first(pick))
  if (split) return buildSplit(b, first(split))
  if (Kw_asked) return { kind: 'Asked', span: spanOf(b, node) }
  if (denyTarget) return buildDenyTarget(b, first(denyTarget))
  return { kind: 'UseModel', span: spanOf(b, node), model: buildModelRef(b, first(modelRef)) }
}

function buildPick(b: Building, node: PickCstNode): Pick {
  const { Kw_cheapest, Kw_fastest, set } = node.children
  return {
    kind: 'Pick',
    span: spanOf(b, node),
    by: Kw_cheapest ? 'cheapest' : Kw_fastest ? 'fastest' : 'best',
    set: buildSet(b, first(set)),
  }
}

function buildSplit(b: Building, node: SplitCstNode): Split {
  return {
    kind: 'Split',
    span: spanOf(b, node),
    by: nameOf(b, first(node.children.Name)),
    salt: optional(node.children.Text, (token) => stringOf(b, token)),
    arms: node.children.splitArm.map((arm) => ({
      share: quantityOf(b, first(arm.children.Quantity)),
      model: buildModelRef(b, first(arm.children.modelRef)),
    })),
  }
}

export function buildDenyTarget(b: Building, node: DenyTargetCstNode): DenyTarget {
  return {
    kind: 'Deny',
    span: spanOf(b, node),
    message: optional(node.children.Text, (token) => stringOf(b, token)),
    status: optional(node.children.status, (child) => buildStatus(b, child)),
  }
}

export function buildStatus(b: Building, node: StatusCstNode): QuantityLit | undefined {
  return quantityIfWhole(b, first(node.children.Quantity))
}
