// Generated from lang/grammar.ts by `npm run generate`. Do not edit.
import type { CstNode, IToken } from "chevrotain";

export interface ConditionCstNode extends CstNode {
  name: "condition";
  children: ConditionCstChildren;
}

export type ConditionCstChildren = {
  conjunction: ConjunctionCstNode[];
  Kw_or?: IToken[];
};

export interface ConjunctionCstNode extends CstNode {
  name: "conjunction";
  children: ConjunctionCstChildren;
}

export type ConjunctionCstChildren = {
  negation: NegationCstNode[];
  Kw_and?: IToken[];
};

export interface NegationCstNode extends CstNode {
  name: "negation";
  children: NegationCstChildren;
}

export type NegationCstChildren = {
  Kw_not?: IToken[];
  LeftParen?: IToken[];
  condition?: ConditionCstNode[];
  RightParen?: IToken[];
  Kw_has?: IToken[];
  Name?: IToken[];
  comparison?: ComparisonCstNode[];
};

export interface ComparisonCstNode extends CstNode {
  name: "comparison";
  children: ComparisonCstChildren;
}

export type ComparisonCstChildren = {
  subject: SubjectCstNode[];
  Comparator?: IToken[];
  constant?: ConstantCstNode[];
  Kw_contains?: IToken[];
  Text?: (IToken)[];
  Name?: IToken[];
  Kw_not?: IToken[];
  Kw_in?: IToken[];
  sum?: SumCstNode[];
  Kw_like?: IToken[];
};

export interface SubjectCstNode extends CstNode {
  name: "subject";
  children: SubjectCstChildren;
}

export type SubjectCstChildren = {
  Name: IToken[];
  LeftParen?: IToken[];
  constant?: ConstantCstNode[];
  RightParen?: IToken[];
};

export interface ConstantCstNode extends CstNode {
  name: "constant";
  children: ConstantCstChildren;
}

export type ConstantCstChildren = {
  Literal?: IToken[];
  modelRef?: ModelRefCstNode[];
};

export interface ModelRefCstNode extends CstNode {
  name: "modelRef";
  children: ModelRefCstChildren;
}

export type ModelRefCstChildren = {
  Model?: IToken[];
  quotedModel?: QuotedModelCstNode[];
  Name?: IToken[];
};

export interface QuotedModelCstNode extends CstNode {
  name: "quotedModel";
  children: QuotedModelCstChildren;
}

export type QuotedModelCstChildren = {
  Kw_model: IToken[];
  Text: IToken[];
};

export interface SetCstNode extends CstNode {
  name: "set";
  children: SetCstChildren;
}

export type SetCstChildren = {
  sum: SumCstNode[];
  Kw_where?: IToken[];
  condition?: ConditionCstNode[];
};

export interface SumCstNode extends CstNode {
  name: "sum";
  children: SumCstChildren;
}

export type SumCstChildren = {
  term: (TermCstNode)[];
  operator?: (IToken)[];
};

export interface TermCstNode extends CstNode {
  name: "term";
  children: TermCstChildren;
}

export type TermCstChildren = {
  setLiteral?: SetLiteralCstNode[];
  LeftParen?: IToken[];
  set?: SetCstNode[];
  RightParen?: IToken[];
  setCall?: SetCallCstNode[];
  modelRef?: ModelRefCstNode[];
};

export interface SetCallCstNode extends CstNode {
  name: "setCall";
  children: SetCallCstChildren;
}

export type SetCallCstChildren = {
  Kw_family?: IToken[];
  Kw_model?: IToken[];
  LeftParen: IToken[];
  Text: IToken[];
  RightParen: IToken[];
};

export interface SetLiteralCstNode extends CstNode {
  name: "setLiteral";
  children: SetLiteralCstChildren;
}

export type SetLiteralCstChildren = {
  LeftBrace: IToken[];
  element?: (ElementCstNode)[];
  Comma?: (IToken)[];
  RightBrace: IToken[];
};

export interface ElementCstNode extends CstNode {
  name: "element";
  children: ElementCstChildren;
}

export type ElementCstChildren = {
  setCall?: SetCallCstNode[];
  constant?: ConstantCstNode[];
};

export interface FactsDeclCstNode extends CstNode {
  name: "factsDecl";
  children: FactsDeclCstChildren;
}

export type FactsDeclCstChildren = {
  Kw_facts: IToken[];
  Text: IToken[];
};

export interface ZoneDeclCstNode extends CstNode {
  name: "zoneDecl";
  children: ZoneDeclCstChildren;
}

export type ZoneDeclCstChildren = {
  Kw_zone: IToken[];
  Text: IToken[];
};

export interface ImportDeclCstNode extends CstNode {
  name: "importDecl";
  children: ImportDeclCstChildren;
}

export type ImportDeclCstChildren = {
  Kw_import: IToken[];
  Text: IToken[];
};

export interface IncludeDeclCstNode extends CstNode {
  name: "includeDecl";
  children: IncludeDeclCstChildren;
}

export type IncludeDeclCstChildren = {
  Kw_include: IToken[];
  Text: IToken[];
  Kw_as: IToken[];
  Name: IToken[];
  Kw_for?: IToken[];
  condition?: ConditionCstNode[];
};

export interface ConstDeclCstNode extends CstNode {
  name: "constDecl";
  children: ConstDeclCstChildren;
}

export type ConstDeclCstChildren = {
  Kw_const: IToken[];
  Name: IToken[];
  Is: IToken[];
  Literal?: IToken[];
  set?: SetCstNode[];
  deprecated?: DeprecatedCstNode[];
};

export interface PredDeclCstNode extends CstNode {
  name: "predDecl";
  children: PredDeclCstChildren;
}

export type PredDeclCstChildren = {
  Kw_pred: IToken[];
  Name: IToken[];
  Is: IToken[];
  condition: ConditionCstNode[];
  deprecated?: DeprecatedCstNode[];
};

export interface DeprecatedCstNode extends CstNode {
  name: "deprecated";
  children: DeprecatedCstChildren;
}

export type DeprecatedCstChildren = {
  Kw_deprecated: IToken[];
  Text: IToken[];
};

export interface WasCstNode extends CstNode {
  name: "was";
  children: WasCstChildren;
}

export type WasCstChildren = {
  Kw_was: IToken[];
  Name: IToken[];
};

export interface PerCstNode extends CstNode {
  name: "per";
  children: PerCstChildren;
}

export type PerCstChildren = {
  Kw_per: IToken[];
  Name: IToken[];
};

export interface WarnAtCstNode extends CstNode {
  name: "warnAt";
  children: WarnAtCstChildren;
}

export type WarnAtCstChildren = {
  Kw_warn: IToken[];
  Kw_at: IToken[];
  Quantity: IToken[];
  Comma?: IToken[];
};

export interface BudgetDeclCstNode extends CstNode {
  name: "budgetDecl";
  children: BudgetDeclCstChildren;
}

export type BudgetDeclCstChildren = {
  Kw_budget: IToken[];
  Name: IToken[];
  was?: WasCstNode[];
  Kw_soft?: IToken[];
  Kw_fit?: IToken[];
  Quantity?: IToken[];
  period: PerCstNode[];
  dimension?: PerCstNode[];
  amountFrom?: AmountFromCstNode[];
  when?: WhenCstNode[];
  warnAt?: WarnAtCstNode[];
};

export interface AmountFromCstNode extends CstNode {
  name: "amountFrom";
  children: AmountFromCstChildren;
}

export type AmountFromCstChildren = {
  Kw_from: IToken[];
  Name: IToken[];
  Kw_default?: IToken[];
  fallback?: IToken[];
  Kw_at?: IToken[];
  Kw_most?: IToken[];
  ceiling?: IToken[];
};

export interface LimitDeclCstNode extends CstNode {
  name: "limitDecl";
  children: LimitDeclCstChildren;
}

export type LimitDeclCstChildren = {
  Kw_limit: IToken[];
  Name: IToken[];
  was?: WasCstNode[];
  Kw_soft?: IToken[];
  Quantity: IToken[];
  Kw_concurrent?: IToken[];
  Kw_requests?: IToken[];
  Kw_tokens?: IToken[];
  period?: PerCstNode[];
  dimension?: PerCstNode[];
  when?: WhenCstNode[];
  warnAt?: WarnAtCstNode[];
};

export interface WhenCstNode extends CstNode {
  name: "when";
  children: WhenCstChildren;
}

export type WhenCstChildren = {
  Kw_when: IToken[];
  condition: ConditionCstNode[];
};

export interface StatusCstNode extends CstNode {
  name: "status";
  children: StatusCstChildren;
}

export type StatusCstChildren = {
  Kw_status: IToken[];
  Quantity: IToken[];
};

export interface GuardTableCstNode extends CstNode {
  name: "guardTable";
  children: GuardTableCstChildren;
}

export type GuardTableCstChildren = {
  Kw_guard: IToken[];
  LeftBrace: IToken[];
  guardRow?: GuardRowCstNode[];
  RightBrace: IToken[];
};

export interface GuardRowCstNode extends CstNode {
  name: "guardRow";
  children: GuardRowCstChildren;
}

export type GuardRowCstChildren = {
  Kw_deny?: IToken[];
  Text?: IToken[];
  status?: StatusCstNode[];
  Kw_never?: IToken[];
  Kw_use?: IToken[];
  set?: SetCstNode[];
  whenOrAlways: WhenOrAlwaysCstNode[];
};

export interface WhenOrAlwaysCstNode extends CstNode {
  name: "whenOrAlways";
  children: WhenOrAlwaysCstChildren;
}

export type WhenOrAlwaysCstChildren = {
  when?: WhenCstNode[];
  Kw_always?: IToken[];
};

export interface WhenOrDefaultCstNode extends CstNode {
  name: "whenOrDefault";
  children: WhenOrDefaultCstChildren;
}

export type WhenOrDefaultCstChildren = {
  when?: WhenCstNode[];
  Kw_default?: IToken[];
};

export interface RouteTableCstNode extends CstNode {
  name: "routeTable";
  children: RouteTableCstChildren;
}

export type RouteTableCstChildren = {
  Kw_route: IToken[];
  Kw_embeddings?: IToken[];
  LeftBrace: IToken[];
  routeItem?: RouteItemCstNode[];
  RightBrace: IToken[];
};

export interface RouteItemCstNode extends CstNode {
  name: "routeItem";
  children: RouteItemCstChildren;
}

export type RouteItemCstChildren = {
  affinity?: AffinityCstNode[];
  routeRule?: RouteRuleCstNode[];
  routeDefault?: RouteDefaultCstNode[];
};

export interface AffinityCstNode extends CstNode {
  name: "affinity";
  children: AffinityCstChildren;
}

export type AffinityCstChildren = {
  Kw_affinity: IToken[];
  Name: IToken[];
};

export interface RouteRuleCstNode extends CstNode {
  name: "routeRule";
  children: RouteRuleCstChildren;
}

export type RouteRuleCstChildren = {
  Kw_rule: IToken[];
  Name: IToken[];
  was?: WasCstNode[];
  when: WhenCstNode[];
  Kw_use: IToken[];
  chain: ChainCstNode[];
};

export interface RouteDefaultCstNode extends CstNode {
  name: "routeDefault";
  children: RouteDefaultCstChildren;
}

export type RouteDefaultCstChildren = {
  Kw_default: IToken[];
  Kw_use: IToken[];
  chain: ChainCstNode[];
};

export interface ChainCstNode extends CstNode {
  name: "chain";
  children: ChainCstChildren;
}

export type ChainCstChildren = {
  stage: StageCstNode[];
  Kw_then?: IToken[];
  nextStage?: NextStageCstNode[];
};

export interface StageCstNode extends CstNode {
  name: "stage";
  children: StageCstChildren;
}

export type StageCstChildren = {
  target: TargetCstNode[];
  shadow?: ShadowCstNode[];
};

export interface NextStageCstNode extends CstNode {
  name: "nextStage";
  children: NextStageCstChildren;
}

export type NextStageCstChildren = {
  stage: StageCstNode[];
  accepted?: AcceptedCstNode[];
};

export interface AcceptedCstNode extends CstNode {
  name: "accepted";
  children: AcceptedCstChildren;
}

export type AcceptedCstChildren = {
  Kw_on: IToken[];
  LeftBrace: IToken[];
  failureClass: FailureClassCstNode[];
  Comma?: IToken[];
  RightBrace: IToken[];
};

export interface FailureClassCstNode extends CstNode {
  name: "failureClass";
  children: FailureClassCstChildren;
}

export type FailureClassCstChildren = {
  Quantity?: IToken[];
  StatusClass?: IToken[];
  Name?: IToken[];
};

export interface ShadowCstNode extends CstNode {
  name: "shadow";
  children: ShadowCstChildren;
}

export type ShadowCstChildren = {
  Kw_shadow: IToken[];
  Quantity: IToken[];
  Kw_to: IToken[];
  modelRef: ModelRefCstNode[];
};

export interface TargetCstNode extends CstNode {
  name: "target";
  children: TargetCstChildren;
}

export type TargetCstChildren = {
  pick?: PickCstNode[];
  split?: SplitCstNode[];
  Kw_asked?: IToken[];
  denyTarget?: DenyTargetCstNode[];
  modelRef?: ModelRefCstNode[];
};

export interface PickCstNode extends CstNode {
  name: "pick";
  children: PickCstChildren;
}

export type PickCstChildren = {
  Kw_cheapest?: IToken[];
  Kw_fastest?: IToken[];
  Kw_best?: IToken[];
  Kw_of: IToken[];
  set: SetCstNode[];
};

export interface SplitCstNode extends CstNode {
  name: "split";
  children: SplitCstChildren;
}

export type SplitCstChildren = {
  Kw_split: IToken[];
  Kw_by: IToken[];
  Name: IToken[];
  Kw_salt?: IToken[];
  Text?: IToken[];
  LeftBrace: IToken[];
  splitArm: SplitArmCstNode[];
  Comma?: IToken[];
  RightBrace: IToken[];
};

export interface SplitArmCstNode extends CstNode {
  name: "splitArm";
  children: SplitArmCstChildren;
}

export type SplitArmCstChildren = {
  Quantity: IToken[];
  modelRef: ModelRefCstNode[];
};

export interface DenyTargetCstNode extends CstNode {
  name: "denyTarget";
  children: DenyTargetCstChildren;
}

export type DenyTargetCstChildren = {
  Kw_deny: IToken[];
  Text?: IToken[];
  status?: StatusCstNode[];
};

export interface CacheTableCstNode extends CstNode {
  name: "cacheTable";
  children: CacheTableCstChildren;
}

export type CacheTableCstChildren = {
  Kw_cache: IToken[];
  LeftBrace: IToken[];
  cacheRow?: CacheRowCstNode[];
  RightBrace: IToken[];
};

export interface CacheRowCstNode extends CstNode {
  name: "cacheRow";
  children: CacheRowCstChildren;
}

export type CacheRowCstChildren = {
  whenOrDefault: WhenOrDefaultCstNode[];
  Arrow: IToken[];
  Kw_off?: IToken[];
  Kw_exact?: IToken[];
  cacheTerms?: (CacheTermsCstNode)[];
  Kw_semantic?: IToken[];
  Quantity?: IToken[];
};

export interface CacheTermsCstNode extends CstNode {
  name: "cacheTerms";
  children: CacheTermsCstChildren;
}

export type CacheTermsCstChildren = {
  Kw_for?: IToken[];
  ttl?: IToken[];
  Kw_within?: IToken[];
  Name?: IToken[];
  Kw_max_error?: IToken[];
  maxError?: IToken[];
  judge?: JudgeCstNode[];
};

export interface JudgeCstNode extends CstNode {
  name: "judge";
  children: JudgeCstChildren;
}

export type JudgeCstChildren = {
  Kw_verify: IToken[];
  Kw_judge: IToken[];
  modelRef: ModelRefCstNode[];
  Kw_within?: IToken[];
  Quantity?: IToken[];
};

export interface AttemptTableCstNode extends CstNode {
  name: "attemptTable";
  children: AttemptTableCstChildren;
}

export type AttemptTableCstChildren = {
  Kw_attempt: IToken[];
  LeftBrace: IToken[];
  attemptRow?: AttemptRowCstNode[];
  RightBrace: IToken[];
};

export interface AttemptRowCstNode extends CstNode {
  name: "attemptRow";
  children: AttemptRowCstChildren;
}

export type AttemptRowCstChildren = {
  whenOrDefault: WhenOrDefaultCstNode[];
  Arrow: IToken[];
  attemptSetting: AttemptSettingCstNode[];
  Comma?: IToken[];
};

export interface AttemptSettingCstNode extends CstNode {
  name: "attemptSetting";
  children: AttemptSettingCstChildren;
}

export type AttemptSettingCstChildren = {
  deadline?: DeadlineCstNode[];
  Kw_retries?: IToken[];
  Quantity?: IToken[];
  backoff?: BackoffCstNode[];
  Kw_ambiguous?: IToken[];
  Kw_never?: IToken[];
  Kw_once?: IToken[];
  Kw_abort?: IToken[];
  Kw_cancel?: IToken[];
  Kw_drain?: IToken[];
};

export interface DeadlineCstNode extends CstNode {
  name: "deadline";
  children: DeadlineCstChildren;
}

export type DeadlineCstChildren = {
  Kw_connect?: IToken[];
  Kw_first_token?: IToken[];
  Kw_idle?: IToken[];
  Kw_total?: IToken[];
  Quantity: IToken[];
};

export interface BackoffCstNode extends CstNode {
  name: "backoff";
  children: BackoffCstChildren;
}

export type BackoffCstChildren = {
  Kw_backoff: IToken[];
  first: IToken[];
  Kw_to: IToken[];
  last: IToken[];
};

export interface ShapeTableCstNode extends CstNode {
  name: "shapeTable";
  children: ShapeTableCstChildren;
}

export type ShapeTableCstChildren = {
  Kw_shape: IToken[];
  LeftBrace: IToken[];
  shapeRow?: ShapeRowCstNode[];
  RightBrace: IToken[];
};

export interface ShapeRowCstNode extends CstNode {
  name: "shapeRow";
  children: ShapeRowCstChildren;
}

export type ShapeRowCstChildren = {
  whenOrAlways: WhenOrAlwaysCstNode[];
  Arrow: IToken[];
  shapeSetting: ShapeSettingCstNode[];
  Comma?: IToken[];
};

export interface ShapeSettingCstNode extends CstNode {
  name: "shapeSetting";
  children: ShapeSettingCstChildren;
}

export type ShapeSettingCstChildren = {
  Kw_max_output?: IToken[];
  Quantity?: (IToken)[];
  Kw_compact?: IToken[];
  Kw_to?: IToken[];
  Kw_prompt_cache?: IToken[];
  Kw_auto?: IToken[];
  Kw_off?: IToken[];
};

export interface LogTableCstNode extends CstNode {
  name: "logTable";
  children: LogTableCstChildren;
}

export type LogTableCstChildren = {
  Kw_log: IToken[];
  LeftBrace: IToken[];
  logRow?: LogRowCstNode[];
  RightBrace: IToken[];
};

export interface LogRowCstNode extends CstNode {
  name: "logRow";
  children: LogRowCstChildren;
}

export type LogRowCstChildren = {
  whenOrDefault: WhenOrDefaultCstNode[];
  Arrow: IToken[];
  Kw_off?: IToken[];
  Kw_metadata?: IToken[];
  Kw_content?: IToken[];
  Kw_sample?: IToken[];
  Quantity?: IToken[];
};

export interface AssertDeclCstNode extends CstNode {
  name: "assertDecl";
  children: AssertDeclCstChildren;
}

export type AssertDeclCstChildren = {
  Kw_assert: IToken[];
  Text: IToken[];
  property: PropertyCstNode[];
  when?: WhenCstNode[];
};

export interface PropertyCstNode extends CstNode {
  name: "property";
  children: PropertyCstChildren;
}

export type PropertyCstChildren = {
  Kw_never?: IToken[];
  Kw_always?: IToken[];
  Kw_use?: IToken[];
  set?: SetCstNode[];
  Kw_denied?: IToken[];
  Kw_allowed?: IToken[];
  cacheProperty?: CachePropertyCstNode[];
  bound?: BoundCstNode[];
  Kw_charged?: IToken[];
  Name?: IToken[];
  Kw_log?: IToken[];
  Kw_metadata?: IToken[];
  Kw_reachable?: IToken[];
  ruleName?: RuleNameCstNode[];
};

export interface CachePropertyCstNode extends CstNode {
  name: "cacheProperty";
  children: CachePropertyCstChildren;
}

export type CachePropertyCstChildren = {
  Kw_cache: IToken[];
  Kw_off?: IToken[];
  Kw_within?: IToken[];
  Name?: IToken[];
};

export interface BoundCstNode extends CstNode {
  name: "bound";
  children: BoundCstChildren;
}

export type BoundCstChildren = {
  Kw_cost?: IToken[];
  Kw_attempts?: IToken[];
  Kw_time?: IToken[];
  AtMost: IToken[];
  Quantity: IToken[];
};

export interface TestDeclCstNode extends CstNode {
  name: "testDecl";
  children: TestDeclCstChildren;
}

export type TestDeclCstChildren = {
  Kw_test: IToken[];
  Text: IToken[];
  LeftBrace: IToken[];
  given?: GivenCstNode[];
  expectation: ExpectationCstNode[];
  RightBrace: IToken[];
};

export interface GivenCstNode extends CstNode {
  name: "given";
  children: GivenCstChildren;
}

export type GivenCstChildren = {
  Kw_given: IToken[];
  givenFact: GivenFactCstNode[];
  Comma?: IToken[];
};

export interface GivenFactCstNode extends CstNode {
  name: "givenFact";
  children: GivenFactCstChildren;
}

export type GivenFactCstChildren = {
  subject: SubjectCstNode[];
  Is: IToken[];
  givenValue: GivenValueCstNode[];
};

export interface GivenValueCstNode extends CstNode {
  name: "givenValue";
  children: GivenValueCstChildren;
}

export type GivenValueCstChildren = {
  constant?: ConstantCstNode[];
  setLiteral?: SetLiteralCstNode[];
};

export interface ExpectationCstNode extends CstNode {
  name: "expectation";
  children: ExpectationCstChildren;
}

export type ExpectationCstChildren = {
  Kw_expect: IToken[];
  expectedPart: ExpectedPartCstNode[];
  Comma?: IToken[];
};

export interface ExpectedPartCstNode extends CstNode {
  name: "expectedPart";
  children: ExpectedPartCstChildren;
}

export type ExpectedPartCstChildren = {
  Kw_use?: IToken[];
  chain?: ChainCstNode[];
  denyTarget?: DenyTargetCstNode[];
  byRule?: (ByRuleCstNode)[];
  Kw_cache?: IToken[];
  cacheMode?: CacheModeCstNode[];
};

export interface ByRuleCstNode extends CstNode {
  name: "byRule";
  children: ByRuleCstChildren;
}

export type ByRuleCstChildren = {
  Kw_by: IToken[];
  ruleName: RuleNameCstNode[];
};

export interface RuleNameCstNode extends CstNode {
  name: "ruleName";
  children: RuleNameCstChildren;
}

export type RuleNameCstChildren = {
  Name?: IToken[];
  Kw_default?: IToken[];
};

export interface CacheModeCstNode extends CstNode {
  name: "cacheMode";
  children: CacheModeCstChildren;
}

export type CacheModeCstChildren = {
  Kw_off?: IToken[];
  Kw_exact?: IToken[];
  Kw_semantic?: IToken[];
};

export interface TestTableDeclCstNode extends CstNode {
  name: "testTableDecl";
  children: TestTableDeclCstChildren;
}

export type TestTableDeclCstChildren = {
  Kw_test: IToken[];
  Kw_table: IToken[];
  Text: IToken[];
  LeftBrace: IToken[];
  given?: GivenCstNode[];
  testHeader: TestHeaderCstNode[];
  testRow?: TestRowCstNode[];
  RightBrace: IToken[];
};

export interface TestHeaderCstNode extends CstNode {
  name: "testHeader";
  children: TestHeaderCstChildren;
}

export type TestHeaderCstChildren = {
  RowBar: IToken[];
  subject: SubjectCstNode[];
  Bar?: (IToken)[];
  Bars: IToken[];
  testColumn: TestColumnCstNode[];
};

export interface TestColumnCstNode extends CstNode {
  name: "testColumn";
  children: TestColumnCstChildren;
}

export type TestColumnCstChildren = {
  Kw_use?: IToken[];
  Name?: IToken[];
};

export interface TestRowCstNode extends CstNode {
  name: "testRow";
  children: TestRowCstChildren;
}

export type TestRowCstChildren = {
  RowBar: IToken[];
  inputCell: (InputCellCstNode)[];
  Bar?: (IToken)[];
  Bars: IToken[];
  outputCell: (OutputCellCstNode)[];
};

export interface InputCellCstNode extends CstNode {
  name: "inputCell";
  children: InputCellCstChildren;
}

export type InputCellCstChildren = {
  givenValue?: GivenValueCstNode[];
};

export interface OutputCellCstNode extends CstNode {
  name: "outputCell";
  children: OutputCellCstChildren;
}

export type OutputCellCstChildren = {
  Text?: IToken[];
  status?: StatusCstNode[];
  Kw_default?: IToken[];
  chain?: ChainCstNode[];
};

export interface FileCstNode extends CstNode {
  name: "file";
  children: FileCstChildren;
}

export type FileCstChildren = {
  version?: VersionCstNode[];
  item?: ItemCstNode[];
};

export interface VersionCstNode extends CstNode {
  name: "version";
  children: VersionCstChildren;
}

export type VersionCstChildren = {
  Kw_gwc: IToken[];
  Quantity: IToken[];
};

export interface ItemCstNode extends CstNode {
  name: "item";
  children: ItemCstChildren;
}

export type ItemCstChildren = {
  factsDecl?: FactsDeclCstNode[];
  zoneDecl?: ZoneDeclCstNode[];
  importDecl?: ImportDeclCstNode[];
  includeDecl?: IncludeDeclCstNode[];
  constDecl?: ConstDeclCstNode[];
  predDecl?: PredDeclCstNode[];
  guardTable?: GuardTableCstNode[];
  budgetDecl?: BudgetDeclCstNode[];
  limitDecl?: LimitDeclCstNode[];
  routeTable?: RouteTableCstNode[];
  cacheTable?: CacheTableCstNode[];
  attemptTable?: AttemptTableCstNode[];
  shapeTable?: ShapeTableCstNode[];
  logTable?: LogTableCstNode[];
  assertDecl?: AssertDeclCstNode[];
  testTableDecl?: TestTableDeclCstNode[];
  testDecl?: TestDeclCstNode[];
};
