/* Generated from schemas/decision-table.schema.json by `npm run generate`. */

"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://gwc.dev/schemas/decision-table.schema.json","title":"DecisionTable","description":"What the compiler emits and the runtime loads: plain data, no code, no secrets, no paths of the building machine. The SHA-256 of its bytes is the policy version.","type":"object","additionalProperties":false,"required":["format","version","compiler","requires","zone","catalogueDate","axes","tables","rules","actions","models","selfTest"],"properties":{"format":{"const":"gwc.decision-table"},"version":{"const":1,"description":"An unknown version is refused."},"compiler":{"type":"string","description":"Version of gwc that built it."},"requires":{"description":"Features a runtime must have to obey this table; one it does not know refuses the table by name.","type":"array","items":{"type":"string"}},"zone":{"type":"string","description":"IANA zone of hour and weekday."},"catalogueDate":{"type":"string","description":"Date of the pinned prices, YYYY-MM-DD."},"axes":{"type":"array","items":{"$ref":"#/definitions/Axis"},"description":"In the order of lookup, cheapest first."},"tables":{"type":"object","additionalProperties":false,"required":["guard","route","cache","attempt"],"properties":{"guard":{"$ref":"#/definitions/Table"},"route":{"$ref":"#/definitions/Table"},"embeddings":{"$ref":"#/definitions/Table"},"cache":{"$ref":"#/definitions/Table"},"attempt":{"$ref":"#/definitions/Table"},"budget":{"$ref":"#/definitions/Table"},"limit":{"$ref":"#/definitions/Table"},"shape":{"$ref":"#/definitions/Table"},"log":{"$ref":"#/definitions/Table"}}},"affinity":{"const":"session","description":"Picks inside cheapest, fastest, best and split stay for the session. Absent: each request is picked for by itself."},"rules":{"type":"array","items":{"$ref":"#/definitions/Rule"},"description":"Provenance, in source order."},"actions":{"type":"array","items":{"$ref":"#/definitions/Action"},"description":"Interned: equal actions appear once."},"models":{"type":"array","items":{"type":"object"},"description":"The pinned catalogue rows of every model the policy can reach (catalogue.schema.json#/definitions/Model)."},"selfTest":{"type":"array","items":{"$ref":"#/definitions/SelfTest"},"description":"A witness request and its expected decision for every reachable rule; replayed before the table is swapped in."},"checksum":{"type":"string","pattern":"^[0-9a-f]{16}$","description":"core/artifact-checksum of everything else: tells a damaged file from a built one. Not a signature."}},"definitions":{"Axis":{"description":"One fact (or one `contains` literal of a fact) and the finite classes that its values fall into.","type":"object","additionalProperties":false,"required":["fact","type","source","cost","origin","count","classes"],"properties":{"fact":{"type":"string"},"type":{"$ref":"#/definitions/FactType"},"source":{"enum":["identity","request","content","state","deployment"]},"cost":{"enum":["free","parsed","scanned"]},"origin":{"$ref":"#/definitions/FactOrigin"},"default":{"$ref":"#/definitions/FactValue","description":"Stands in where the request lacks the fact."},"count":{"type":"integer","minimum":1,"description":"How many classes, `missing` included."},"missing":{"type":"integer","minimum":0,"description":"The class of a request that lacks the fact. Absent: the default's class."},"classes":{"$ref":"#/definitions/Classes"}}},"Classes":{"oneOf":[{"title":"FlagClasses","description":"false is class 0, true is class 1.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"flag"}}},{"title":"CutClasses","description":"Numbers: the class is the count of cuts passed. A value passes cut i when it is > at[i], or equal to it and after[i] is false.","type":"object","additionalProperties":false,"required":["kind","at","after"],"properties":{"kind":{"const":"cuts"},"at":{"type":"array","items":{"type":"number"}},"after":{"type":"array","items":{"type":"boolean"}}}},{"title":"ValueClasses","description":"Enumerations, models and strings tested by equality: a dictionary, and the class of everything else.","type":"object","additionalProperties":false,"required":["kind","values","other"],"properties":{"kind":{"const":"values"},"values":{"type":"array","description":"[value, class] pairs.","items":{"type":"array","minItems":2,"maxItems":2,"items":[{"type":"string"},{"type":"integer"}]}},"other":{"type":"integer"}}},{"title":"GlobClasses","description":"Strings tested by globs: the product automaton of core/string-classes.","type":"object","additionalProperties":false,"required":["kind","dfa"],"properties":{"kind":{"const":"globs"},"dfa":{"type":"object"},"globs":{"type":"array","items":{"type":"string"},"description":"The patterns as the policy spells them: to be shown, never to be decided by."}}},{"title":"AddressClasses","description":"IP addresses: intervals of the line of core/address, each from its start to the next one's, and the class of each.","type":"object","additionalProperties":false,"required":["kind","starts","class"],"properties":{"kind":{"const":"addresses"},"starts":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^[0-9]{1,40}$"},"description":"Decimal, ascending, the first one 0."},"class":{"type":"array","items":{"type":"integer","minimum":0}}}},{"title":"ContainsClasses","description":"One literal searched in a text (ASCII case-insensitive) or looked for in a set of strings (exact): class 1 when found.","type":"object","additionalProperties":false,"required":["kind","literal"],"properties":{"kind":{"const":"contains"},"literal":{"type":"string"}}}]},"Table":{"description":"Bit rows: bits[axis][class][word], little-endian 32-bit words, row r is bit r%32 of word r/32. A row survives when every axis has its bit set for the request's class.","type":"object","additionalProperties":false,"required":["axes","rows","bits","rule","action"],"properties":{"axes":{"type":"array","items":{"type":"integer"},"description":"Indices into `axes`, ascending."},"rows":{"type":"integer","minimum":0,"description":"How many rows: one per cube."},"bits":{"type":"string","description":"Base64 of the words."},"rule":{"type":"array","items":{"type":"integer"},"description":"Per row: index into `rules`; -1 for what gwc itself supplies."},"action":{"type":"array","items":{"type":"integer"},"description":"Per row: index into `actions`."}}},"Rule":{"type":"object","additionalProperties":false,"required":["name","table","file","line"],"properties":{"name":{"type":"string","description":"Stable identity: `quick`, `payments.quick`, `guard:2`, `default`."},"was":{"type":"string","description":"The name that it bore before (`was old_name`): its history goes on under the new one."},"table":{"enum":["guard","budget","limit","route","embeddings","cache","attempt","shape","log"]},"file":{"type":"string","description":"Relative to the root policy's folder."},"line":{"type":"integer","minimum":1}}},"Action":{"oneOf":[{"$ref":"#/definitions/DenyAction"},{"$ref":"#/definitions/NeverUseAction"},{"$ref":"#/definitions/ChainAction"},{"$ref":"#/definitions/CacheAction"},{"$ref":"#/definitions/AttemptAction"},{"$ref":"#/definitions/BudgetAction"},{"$ref":"#/definitions/LimitAction"},{"$ref":"#/definitions/ShapeAction"},{"$ref":"#/definitions/LogAction"}]},"DenyAction":{"type":"object","additionalProperties":false,"required":["kind","message","status"],"properties":{"kind":{"const":"deny"},"message":{"type":"string"},"status":{"type":"integer","minimum":400,"maximum":599}}},"NeverUseAction":{"type":"object","additionalProperties":false,"required":["kind","models"],"properties":{"kind":{"const":"never-use"},"models":{"type":"array","items":{"type":"string"}}}},"ChainAction":{"type":"object","additionalProperties":false,"required":["kind","stages"],"properties":{"kind":{"const":"chain"},"stages":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Stage"}}}},"Stage":{"type":"object","additionalProperties":false,"required":["pick","models","on","shown"],"properties":{"pick":{"enum":["model","cheapest","fastest","best","split","asked","deny"]},"models":{"type":"array","items":{"type":"string"},"description":"`model`: one; `cheapest`, `fastest`, `best`: the members, in file order; `split`: its arms' models, in written order; else empty."},"on":{"type":"array","items":{"$ref":"#/definitions/FailureClass"},"description":"Failures of an earlier stage that this one takes; empty on the first stage."},"split":{"$ref":"#/definitions/Split"},"shadow":{"$ref":"#/definitions/Shadow"},"message":{"type":"string","description":"Of `deny`."},"status":{"type":"integer","description":"Of `deny`."},"shown":{"type":"string","description":"The stage as a policy spells it, normalised."}}},"Split":{"description":"How requests fall to the arms: core/split-bucket of the salt and the axis's value; of the request's id where it lacks the fact.","type":"object","additionalProperties":false,"required":["axis","salt","shares"],"properties":{"axis":{"type":"integer","minimum":0,"description":"Index into `axes`."},"salt":{"type":"string"},"shares":{"type":"array","minItems":1,"items":{"type":"integer","minimum":1,"maximum":10000},"description":"Basis points of each of the stage's `models`; 10000 in all."}}},"Shadow":{"description":"A copy of some requests, whose answer is thrown away and whose cost is recorded apart.","type":"object","additionalProperties":false,"required":["share","model"],"properties":{"share":{"type":"integer","minimum":1,"maximum":10000,"description":"Basis points."},"model":{"type":"string"}}},"FailureClass":{"enum":["429","overloaded","5xx","timeout","unavailable","context","refused","budget"]},"CacheAction":{"type":"object","additionalProperties":false,"required":["kind","mode","ttlMs","within"],"properties":{"kind":{"const":"cache"},"mode":{"enum":["off","exact","semantic"]},"ttlMs":{"type":"integer","minimum":0},"within":{"enum":["key","developer","project","team","org"]},"confidence":{"type":"integer","minimum":1,"maximum":1000,"description":"Of `semantic`: thousandths; necessary for a hit, never sufficient."},"maxErrorBasisPoints":{"type":"integer","minimum":1,"maximum":1000,"description":"Of `semantic`: the share of wrong hits up to which a kind of likeness may answer, by the upper bound of what was measured. Absent: 100, one in a hundred."},"judge":{"$ref":"#/definitions/Judge"}}},"Judge":{"description":"Of `semantic`: the model that decides where the verifier cannot; without one that is a miss.","type":"object","additionalProperties":false,"required":["model"],"properties":{"model":{"type":"string"},"withinMs":{"type":"integer","minimum":1,"description":"Later is a miss. Absent: the gateway's own limit."}}},"ShapeAction":{"description":"What one row of `shape` sets; of all rows that match the lower number holds.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"shape"},"maxOutput":{"type":"integer","minimum":1,"description":"Tokens: the output cap that is sent, at most."},"compactTo":{"type":"integer","minimum":1,"description":"Tokens of input that are left."},"promptCache":{"enum":["auto","off"]}}},"LogAction":{"type":"object","additionalProperties":false,"required":["kind","level","sample"],"properties":{"kind":{"const":"log"},"level":{"enum":["off","metadata","content"]},"sample":{"type":"integer","minimum":1,"maximum":10000,"description":"Basis points of the requests whose content is kept; of the others metadata is."}}},"AttemptAction":{"type":"object","additionalProperties":false,"required":["kind","connectMs","firstTokenMs","idleMs","totalMs","retries","backoffMinMs","backoffMaxMs","ambiguous","abort"],"properties":{"kind":{"const":"attempt"},"connectMs":{"type":"integer","minimum":1},"firstTokenMs":{"type":"integer","minimum":1},"idleMs":{"type":"integer","minimum":1},"totalMs":{"type":"integer","minimum":1},"retries":{"type":"integer","minimum":0,"maximum":10},"backoffMinMs":{"type":"integer","minimum":0},"backoffMaxMs":{"type":"integer","minimum":0},"ambiguous":{"enum":["never","once"]},"abort":{"enum":["cancel","drain"],"description":"When the client goes away: end the attempt, or read on for its exact usage."}}},"BudgetAction":{"description":"A budget that each request of its row is charged to. Usage goes by `name`, and by the value of the dimension.","type":"object","additionalProperties":false,"required":["kind","name","amountNanos","period","soft","fit","warnAtBasisPoints"],"properties":{"kind":{"const":"budget"},"name":{"type":"string"},"amountNanos":{"type":"integer","minimum":1,"description":"Nano-dollars for each period; with `fromKey`, for keys that do not say."},"fromKey":{"description":"The key's claim that gives the amount, and the most that it may give.","type":"object","additionalProperties":false,"required":["claim"],"properties":{"claim":{"type":"string"},"atMostNanos":{"type":"integer","minimum":1}}},"period":{"enum":["hour","day","week","month","year"],"description":"Of the calendar in the policy's zone."},"dimension":{"$ref":"#/definitions/Dimension"},"soft":{"type":"boolean","description":"Counted and told, never denied."},"fit":{"type":"boolean","description":"Lower the output cap before denying."},"warnAtBasisPoints":{"type":"array","items":{"type":"integer","minimum":1},"description":"Ascending."}}},"LimitAction":{"description":"A limit that each request of its row counts towards.","type":"object","additionalProperties":false,"required":["kind","name","of","amount","soft","warnAtBasisPoints"],"properties":{"kind":{"const":"limit"},"name":{"type":"string"},"of":{"enum":["requests","tokens","concurrent"]},"amount":{"type":"integer","minimum":1},"period":{"enum":["second","minute","hour","day"],"description":"A sliding window; `concurrent` has none."},"dimension":{"$ref":"#/definitions/Dimension"},"soft":{"type":"boolean"},"warnAtBasisPoints":{"type":"array","items":{"type":"integer","minimum":1},"description":"Ascending."}}},"Dimension":{"description":"The identity fact whose every value has a count of its own; absent: one count for all. A request that lacks it is counted by its key.","type":"object","additionalProperties":false,"required":["fact"],"properties":{"fact":{"type":"string"},"claim":{"type":"string","description":"Of a declared fact: the key's claim that carries it."}}},"SelfTest":{"type":"object","additionalProperties":false,"required":["facts","expect"],"properties":{"facts":{"type":"object","description":"Typed fact values by name; a fact that is not named is missing.","additionalProperties":{"$ref":"#/definitions/FactValue"}},"expect":{"description":"Rule indices per table that the artifact has, each looked up by itself, whatever guard says: every rule that matched, ascending, where all rows apply (guard, budget, limit, shape), and the deciding one elsewhere (-1: gwc's own).","type":"object","additionalProperties":false,"required":["guard","route","cache","attempt"],"properties":{"guard":{"type":"array","items":{"type":"integer"}},"route":{"type":"integer"},"embeddings":{"type":"integer"},"cache":{"type":"integer"},"attempt":{"type":"integer"},"budget":{"type":"array","items":{"type":"integer"}},"limit":{"type":"array","items":{"type":"integer"}},"shape":{"type":"array","items":{"type":"integer"}},"log":{"type":"integer"}}}}},"FactValue":{"oneOf":[{"type":"boolean"},{"type":"number"},{"type":"string"},{"type":"array","items":{"type":"string"}}]},"FactType":{"oneOf":[{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["bool","string","address","strings","text","model"]}}},{"type":"object","additionalProperties":false,"required":["kind","values","open"],"properties":{"kind":{"const":"enum"},"values":{"type":"array","items":{"type":"string"}},"open":{"type":"boolean"}}},{"type":"object","additionalProperties":false,"required":["kind","unit"],"properties":{"kind":{"const":"number"},"unit":{"enum":["integer","decimal","tokens","money","percent","duration","bytes","score","time"]},"min":{"type":"number"},"max":{"type":"number"}}}]},"FactOrigin":{"oneOf":[{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"builtin"}}},{"type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"enum":["header","metadata","key","meter","provider"],"description":"`meter`: what is spent of the budget, or counted of the limit, of that name; `provider`: whether it is up."},"name":{"type":"string"}}}]}}};
const schema17 = {"description":"Bit rows: bits[axis][class][word], little-endian 32-bit words, row r is bit r%32 of word r/32. A row survives when every axis has its bit set for the request's class.","type":"object","additionalProperties":false,"required":["axes","rows","bits","rule","action"],"properties":{"axes":{"type":"array","items":{"type":"integer"},"description":"Indices into `axes`, ascending."},"rows":{"type":"integer","minimum":0,"description":"How many rows: one per cube."},"bits":{"type":"string","description":"Base64 of the words."},"rule":{"type":"array","items":{"type":"integer"},"description":"Per row: index into `rules`; -1 for what gwc itself supplies."},"action":{"type":"array","items":{"type":"integer"},"description":"Per row: index into `actions`."}}};
const schema26 = {"type":"object","additionalProperties":false,"required":["name","table","file","line"],"properties":{"name":{"type":"string","description":"Stable identity: `quick`, `payments.quick`, `guard:2`, `default`."},"was":{"type":"string","description":"The name that it bore before (`was old_name`): its history goes on under the new one."},"table":{"enum":["guard","budget","limit","route","embeddings","cache","attempt","shape","log"]},"file":{"type":"string","description":"Relative to the root policy's folder."},"line":{"type":"integer","minimum":1}}};
const func2 = Object.prototype.hasOwnProperty;
const schema12 = {"description":"One fact (or one `contains` literal of a fact) and the finite classes that its values fall into.","type":"object","additionalProperties":false,"required":["fact","type","source","cost","origin","count","classes"],"properties":{"fact":{"type":"string"},"type":{"$ref":"#/definitions/FactType"},"source":{"enum":["identity","request","content","state","deployment"]},"cost":{"enum":["free","parsed","scanned"]},"origin":{"$ref":"#/definitions/FactOrigin"},"default":{"$ref":"#/definitions/FactValue","description":"Stands in where the request lacks the fact."},"count":{"type":"integer","minimum":1,"description":"How many classes, `missing` included."},"missing":{"type":"integer","minimum":0,"description":"The class of a request that lacks the fact. Absent: the default's class."},"classes":{"$ref":"#/definitions/Classes"}}};
const schema13 = {"oneOf":[{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["bool","string","address","strings","text","model"]}}},{"type":"object","additionalProperties":false,"required":["kind","values","open"],"properties":{"kind":{"const":"enum"},"values":{"type":"array","items":{"type":"string"}},"open":{"type":"boolean"}}},{"type":"object","additionalProperties":false,"required":["kind","unit"],"properties":{"kind":{"const":"number"},"unit":{"enum":["integer","decimal","tokens","money","percent","duration","bytes","score","time"]},"min":{"type":"number"},"max":{"type":"number"}}}]};
const schema14 = {"oneOf":[{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"builtin"}}},{"type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"enum":["header","metadata","key","meter","provider"],"description":"`meter`: what is spent of the budget, or counted of the limit, of that name; `provider`: whether it is up."},"name":{"type":"string"}}}]};
const schema15 = {"oneOf":[{"type":"boolean"},{"type":"number"},{"type":"string"},{"type":"array","items":{"type":"string"}}]};
const schema16 = {"oneOf":[{"title":"FlagClasses","description":"false is class 0, true is class 1.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"flag"}}},{"title":"CutClasses","description":"Numbers: the class is the count of cuts passed. A value passes cut i when it is > at[i], or equal to it and after[i] is false.","type":"object","additionalProperties":false,"required":["kind","at","after"],"properties":{"kind":{"const":"cuts"},"at":{"type":"array","items":{"type":"number"}},"after":{"type":"array","items":{"type":"boolean"}}}},{"title":"ValueClasses","description":"Enumerations, models and strings tested by equality: a dictionary, and the class of everything else.","type":"object","additionalProperties":false,"required":["kind","values","other"],"properties":{"kind":{"const":"values"},"values":{"type":"array","description":"[value, class] pairs.","items":{"type":"array","minItems":2,"maxItems":2,"items":[{"type":"string"},{"type":"integer"}]}},"other":{"type":"integer"}}},{"title":"GlobClasses","description":"Strings tested by globs: the product automaton of core/string-classes.","type":"object","additionalProperties":false,"required":["kind","dfa"],"properties":{"kind":{"const":"globs"},"dfa":{"type":"object"},"globs":{"type":"array","items":{"type":"string"},"description":"The patterns as the policy spells them: to be shown, never to be decided by."}}},{"title":"AddressClasses","description":"IP addresses: intervals of the line of core/address, each from its start to the next one's, and the class of each.","type":"object","additionalProperties":false,"required":["kind","starts","class"],"properties":{"kind":{"const":"addresses"},"starts":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^[0-9]{1,40}$"},"description":"Decimal, ascending, the first one 0."},"class":{"type":"array","items":{"type":"integer","minimum":0}}}},{"title":"ContainsClasses","description":"One literal searched in a text (ASCII case-insensitive) or looked for in a set of strings (exact): class 1 when found.","type":"object","additionalProperties":false,"required":["kind","literal"],"properties":{"kind":{"const":"contains"},"literal":{"type":"string"}}}]};
const pattern0 = new RegExp("^[0-9]{1,40}$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.fact === undefined) && (missing0 = "fact")) || ((data.type === undefined) && (missing0 = "type"))) || ((data.source === undefined) && (missing0 = "source"))) || ((data.cost === undefined) && (missing0 = "cost"))) || ((data.origin === undefined) && (missing0 = "origin"))) || ((data.count === undefined) && (missing0 = "count"))) || ((data.classes === undefined) && (missing0 = "classes"))){
validate11.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
validate11.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.fact !== undefined){
const _errs2 = errors;
if(typeof data.fact !== "string"){
validate11.errors = [{instancePath:instancePath+"/fact",schemaPath:"#/properties/fact/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
let data1 = data.type;
const _errs4 = errors;
const _errs6 = errors;
let valid2 = false;
let passing0 = null;
const _errs7 = errors;
if(errors === _errs7){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((data1.kind === undefined) && (missing1 = "kind")){
const err0 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/0/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs9 = errors;
for(const key1 in data1){
if(!(key1 === "kind")){
const err1 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs9 === errors){
if(data1.kind !== undefined){
let data2 = data1.kind;
if(!((((((data2 === "bool") || (data2 === "string")) || (data2 === "address")) || (data2 === "strings")) || (data2 === "text")) || (data2 === "model"))){
const err2 = {instancePath:instancePath+"/type/kind",schemaPath:"#/definitions/FactType/oneOf/0/properties/kind/enum",keyword:"enum",params:{allowedValues: schema13.oneOf[0].properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
}
}
else {
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs11 = errors;
if(errors === _errs11){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing2;
if((((data1.kind === undefined) && (missing2 = "kind")) || ((data1.values === undefined) && (missing2 = "values"))) || ((data1.open === undefined) && (missing2 = "open"))){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/1/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
const _errs13 = errors;
for(const key2 in data1){
if(!(((key2 === "kind") || (key2 === "values")) || (key2 === "open"))){
const err5 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
}
if(_errs13 === errors){
if(data1.kind !== undefined){
const _errs14 = errors;
if("enum" !== data1.kind){
const err6 = {instancePath:instancePath+"/type/kind",schemaPath:"#/definitions/FactType/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "enum"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.values !== undefined){
let data4 = data1.values;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data4)){
var valid5 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs17 = errors;
if(typeof data4[i0] !== "string"){
const err7 = {instancePath:instancePath+"/type/values/" + i0,schemaPath:"#/definitions/FactType/oneOf/1/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid5 = _errs17 === errors;
if(!valid5){
break;
}
}
}
else {
const err8 = {instancePath:instancePath+"/type/values",schemaPath:"#/definitions/FactType/oneOf/1/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.open !== undefined){
const _errs19 = errors;
if(typeof data1.open !== "boolean"){
const err9 = {instancePath:instancePath+"/type/open",schemaPath:"#/definitions/FactType/oneOf/1/properties/open/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid0 = _errs11 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
const _errs21 = errors;
if(errors === _errs21){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing3;
if(((data1.kind === undefined) && (missing3 = "kind")) || ((data1.unit === undefined) && (missing3 = "unit"))){
const err11 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/2/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
const _errs23 = errors;
for(const key3 in data1){
if(!((((key3 === "kind") || (key3 === "unit")) || (key3 === "min")) || (key3 === "max"))){
const err12 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break;
}
}
if(_errs23 === errors){
if(data1.kind !== undefined){
const _errs24 = errors;
if("number" !== data1.kind){
const err13 = {instancePath:instancePath+"/type/kind",schemaPath:"#/definitions/FactType/oneOf/2/properties/kind/const",keyword:"const",params:{allowedValue: "number"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid6 = _errs24 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data1.unit !== undefined){
let data8 = data1.unit;
const _errs25 = errors;
if(!(((((((((data8 === "integer") || (data8 === "decimal")) || (data8 === "tokens")) || (data8 === "money")) || (data8 === "percent")) || (data8 === "duration")) || (data8 === "bytes")) || (data8 === "score")) || (data8 === "time"))){
const err14 = {instancePath:instancePath+"/type/unit",schemaPath:"#/definitions/FactType/oneOf/2/properties/unit/enum",keyword:"enum",params:{allowedValues: schema13.oneOf[2].properties.unit.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid6 = _errs25 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data1.min !== undefined){
const _errs26 = errors;
if(!(typeof data1.min == "number")){
const err15 = {instancePath:instancePath+"/type/min",schemaPath:"#/definitions/FactType/oneOf/2/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid6 = _errs26 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data1.max !== undefined){
const _errs28 = errors;
if(!(typeof data1.max == "number")){
const err16 = {instancePath:instancePath+"/type/max",schemaPath:"#/definitions/FactType/oneOf/2/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid6 = _errs28 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
else {
const err17 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var _valid0 = _errs21 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid2 = true;
passing0 = 2;
}
}
}
if(!valid2){
const err18 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
validate11.errors = vErrors;
return false;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined){
let data11 = data.source;
const _errs30 = errors;
if(!(((((data11 === "identity") || (data11 === "request")) || (data11 === "content")) || (data11 === "state")) || (data11 === "deployment"))){
validate11.errors = [{instancePath:instancePath+"/source",schemaPath:"#/properties/source/enum",keyword:"enum",params:{allowedValues: schema12.properties.source.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cost !== undefined){
let data12 = data.cost;
const _errs31 = errors;
if(!(((data12 === "free") || (data12 === "parsed")) || (data12 === "scanned"))){
validate11.errors = [{instancePath:instancePath+"/cost",schemaPath:"#/properties/cost/enum",keyword:"enum",params:{allowedValues: schema12.properties.cost.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.origin !== undefined){
let data13 = data.origin;
const _errs32 = errors;
const _errs34 = errors;
let valid8 = false;
let passing1 = null;
const _errs35 = errors;
if(errors === _errs35){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing4;
if((data13.kind === undefined) && (missing4 = "kind")){
const err19 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/0/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
const _errs37 = errors;
for(const key4 in data13){
if(!(key4 === "kind")){
const err20 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
break;
}
}
if(_errs37 === errors){
if(data13.kind !== undefined){
if("builtin" !== data13.kind){
const err21 = {instancePath:instancePath+"/origin/kind",schemaPath:"#/definitions/FactOrigin/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "builtin"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
}
else {
const err22 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var _valid1 = _errs35 === errors;
if(_valid1){
valid8 = true;
passing1 = 0;
}
const _errs39 = errors;
if(errors === _errs39){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing5;
if(((data13.kind === undefined) && (missing5 = "kind")) || ((data13.name === undefined) && (missing5 = "name"))){
const err23 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/1/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
const _errs41 = errors;
for(const key5 in data13){
if(!((key5 === "kind") || (key5 === "name"))){
const err24 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
break;
}
}
if(_errs41 === errors){
if(data13.kind !== undefined){
let data15 = data13.kind;
const _errs42 = errors;
if(!(((((data15 === "header") || (data15 === "metadata")) || (data15 === "key")) || (data15 === "meter")) || (data15 === "provider"))){
const err25 = {instancePath:instancePath+"/origin/kind",schemaPath:"#/definitions/FactOrigin/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema14.oneOf[1].properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var valid10 = _errs42 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data13.name !== undefined){
const _errs43 = errors;
if(typeof data13.name !== "string"){
const err26 = {instancePath:instancePath+"/origin/name",schemaPath:"#/definitions/FactOrigin/oneOf/1/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var valid10 = _errs43 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
else {
const err27 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
var _valid1 = _errs39 === errors;
if(_valid1 && valid8){
valid8 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid8 = true;
passing1 = 1;
}
}
if(!valid8){
const err28 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
validate11.errors = vErrors;
return false;
}
else {
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.default !== undefined){
let data17 = data.default;
const _errs45 = errors;
const _errs47 = errors;
let valid12 = false;
let passing2 = null;
const _errs48 = errors;
if(typeof data17 !== "boolean"){
const err29 = {instancePath:instancePath+"/default",schemaPath:"#/definitions/FactValue/oneOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid2 = _errs48 === errors;
if(_valid2){
valid12 = true;
passing2 = 0;
}
const _errs50 = errors;
if(!(typeof data17 == "number")){
const err30 = {instancePath:instancePath+"/default",schemaPath:"#/definitions/FactValue/oneOf/1/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var _valid2 = _errs50 === errors;
if(_valid2 && valid12){
valid12 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid12 = true;
passing2 = 1;
}
const _errs52 = errors;
if(typeof data17 !== "string"){
const err31 = {instancePath:instancePath+"/default",schemaPath:"#/definitions/FactValue/oneOf/2/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var _valid2 = _errs52 === errors;
if(_valid2 && valid12){
valid12 = false;
passing2 = [passing2, 2];
}
else {
if(_valid2){
valid12 = true;
passing2 = 2;
}
const _errs54 = errors;
if(errors === _errs54){
if(Array.isArray(data17)){
var valid13 = true;
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
const _errs56 = errors;
if(typeof data17[i1] !== "string"){
const err32 = {instancePath:instancePath+"/default/" + i1,schemaPath:"#/definitions/FactValue/oneOf/3/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var valid13 = _errs56 === errors;
if(!valid13){
break;
}
}
}
else {
const err33 = {instancePath:instancePath+"/default",schemaPath:"#/definitions/FactValue/oneOf/3/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
var _valid2 = _errs54 === errors;
if(_valid2 && valid12){
valid12 = false;
passing2 = [passing2, 3];
}
else {
if(_valid2){
valid12 = true;
passing2 = 3;
}
}
}
}
if(!valid12){
const err34 = {instancePath:instancePath+"/default",schemaPath:"#/definitions/FactValue/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
validate11.errors = vErrors;
return false;
}
else {
errors = _errs47;
if(vErrors !== null){
if(_errs47){
vErrors.length = _errs47;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.count !== undefined){
let data19 = data.count;
const _errs58 = errors;
if(!((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19)))){
validate11.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs58){
if(typeof data19 == "number"){
if(data19 < 1 || isNaN(data19)){
validate11.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.missing !== undefined){
let data20 = data.missing;
const _errs60 = errors;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
validate11.errors = [{instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs60){
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
validate11.errors = [{instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs60 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.classes !== undefined){
let data21 = data.classes;
const _errs62 = errors;
const _errs64 = errors;
let valid15 = false;
let passing3 = null;
const _errs65 = errors;
if(errors === _errs65){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing6;
if((data21.kind === undefined) && (missing6 = "kind")){
const err35 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/0/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
else {
const _errs67 = errors;
for(const key6 in data21){
if(!(key6 === "kind")){
const err36 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
break;
}
}
if(_errs67 === errors){
if(data21.kind !== undefined){
if("flag" !== data21.kind){
const err37 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "flag"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
}
else {
const err38 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
var _valid3 = _errs65 === errors;
if(_valid3){
valid15 = true;
passing3 = 0;
}
const _errs69 = errors;
if(errors === _errs69){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing7;
if((((data21.kind === undefined) && (missing7 = "kind")) || ((data21.at === undefined) && (missing7 = "at"))) || ((data21.after === undefined) && (missing7 = "after"))){
const err39 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/1/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
else {
const _errs71 = errors;
for(const key7 in data21){
if(!(((key7 === "kind") || (key7 === "at")) || (key7 === "after"))){
const err40 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
break;
}
}
if(_errs71 === errors){
if(data21.kind !== undefined){
const _errs72 = errors;
if("cuts" !== data21.kind){
const err41 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "cuts"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var valid17 = _errs72 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data21.at !== undefined){
let data24 = data21.at;
const _errs73 = errors;
if(errors === _errs73){
if(Array.isArray(data24)){
var valid18 = true;
const len2 = data24.length;
for(let i2=0; i2<len2; i2++){
const _errs75 = errors;
if(!(typeof data24[i2] == "number")){
const err42 = {instancePath:instancePath+"/classes/at/" + i2,schemaPath:"#/definitions/Classes/oneOf/1/properties/at/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var valid18 = _errs75 === errors;
if(!valid18){
break;
}
}
}
else {
const err43 = {instancePath:instancePath+"/classes/at",schemaPath:"#/definitions/Classes/oneOf/1/properties/at/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
var valid17 = _errs73 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data21.after !== undefined){
let data26 = data21.after;
const _errs77 = errors;
if(errors === _errs77){
if(Array.isArray(data26)){
var valid19 = true;
const len3 = data26.length;
for(let i3=0; i3<len3; i3++){
const _errs79 = errors;
if(typeof data26[i3] !== "boolean"){
const err44 = {instancePath:instancePath+"/classes/after/" + i3,schemaPath:"#/definitions/Classes/oneOf/1/properties/after/items/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
var valid19 = _errs79 === errors;
if(!valid19){
break;
}
}
}
else {
const err45 = {instancePath:instancePath+"/classes/after",schemaPath:"#/definitions/Classes/oneOf/1/properties/after/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
var valid17 = _errs77 === errors;
}
else {
var valid17 = true;
}
}
}
}
}
}
else {
const err46 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
var _valid3 = _errs69 === errors;
if(_valid3 && valid15){
valid15 = false;
passing3 = [passing3, 1];
}
else {
if(_valid3){
valid15 = true;
passing3 = 1;
}
const _errs81 = errors;
if(errors === _errs81){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing8;
if((((data21.kind === undefined) && (missing8 = "kind")) || ((data21.values === undefined) && (missing8 = "values"))) || ((data21.other === undefined) && (missing8 = "other"))){
const err47 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/2/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
else {
const _errs83 = errors;
for(const key8 in data21){
if(!(((key8 === "kind") || (key8 === "values")) || (key8 === "other"))){
const err48 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
break;
}
}
if(_errs83 === errors){
if(data21.kind !== undefined){
const _errs84 = errors;
if("values" !== data21.kind){
const err49 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/2/properties/kind/const",keyword:"const",params:{allowedValue: "values"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
var valid20 = _errs84 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data21.values !== undefined){
let data29 = data21.values;
const _errs85 = errors;
if(errors === _errs85){
if(Array.isArray(data29)){
var valid21 = true;
const len4 = data29.length;
for(let i4=0; i4<len4; i4++){
let data30 = data29[i4];
const _errs87 = errors;
if(errors === _errs87){
if(Array.isArray(data30)){
if(data30.length > 2){
const err50 = {instancePath:instancePath+"/classes/values/" + i4,schemaPath:"#/definitions/Classes/oneOf/2/properties/values/items/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
else {
if(data30.length < 2){
const err51 = {instancePath:instancePath+"/classes/values/" + i4,schemaPath:"#/definitions/Classes/oneOf/2/properties/values/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
else {
const len5 = data30.length;
if(len5 > 0){
const _errs89 = errors;
if(typeof data30[0] !== "string"){
const err52 = {instancePath:instancePath+"/classes/values/" + i4+"/0",schemaPath:"#/definitions/Classes/oneOf/2/properties/values/items/items/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
var valid22 = _errs89 === errors;
}
if(valid22){
if(len5 > 1){
let data32 = data30[1];
const _errs91 = errors;
if(!((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32)))){
const err53 = {instancePath:instancePath+"/classes/values/" + i4+"/1",schemaPath:"#/definitions/Classes/oneOf/2/properties/values/items/items/1/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
var valid22 = _errs91 === errors;
}
}
}
}
}
else {
const err54 = {instancePath:instancePath+"/classes/values/" + i4,schemaPath:"#/definitions/Classes/oneOf/2/properties/values/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
var valid21 = _errs87 === errors;
if(!valid21){
break;
}
}
}
else {
const err55 = {instancePath:instancePath+"/classes/values",schemaPath:"#/definitions/Classes/oneOf/2/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
var valid20 = _errs85 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data21.other !== undefined){
let data33 = data21.other;
const _errs93 = errors;
if(!((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33)))){
const err56 = {instancePath:instancePath+"/classes/other",schemaPath:"#/definitions/Classes/oneOf/2/properties/other/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
var valid20 = _errs93 === errors;
}
else {
var valid20 = true;
}
}
}
}
}
}
else {
const err57 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
var _valid3 = _errs81 === errors;
if(_valid3 && valid15){
valid15 = false;
passing3 = [passing3, 2];
}
else {
if(_valid3){
valid15 = true;
passing3 = 2;
}
const _errs95 = errors;
if(errors === _errs95){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing9;
if(((data21.kind === undefined) && (missing9 = "kind")) || ((data21.dfa === undefined) && (missing9 = "dfa"))){
const err58 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/3/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
else {
const _errs97 = errors;
for(const key9 in data21){
if(!(((key9 === "kind") || (key9 === "dfa")) || (key9 === "globs"))){
const err59 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
break;
}
}
if(_errs97 === errors){
if(data21.kind !== undefined){
const _errs98 = errors;
if("globs" !== data21.kind){
const err60 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/3/properties/kind/const",keyword:"const",params:{allowedValue: "globs"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
var valid23 = _errs98 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data21.dfa !== undefined){
let data35 = data21.dfa;
const _errs99 = errors;
if(!(data35 && typeof data35 == "object" && !Array.isArray(data35))){
const err61 = {instancePath:instancePath+"/classes/dfa",schemaPath:"#/definitions/Classes/oneOf/3/properties/dfa/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
var valid23 = _errs99 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data21.globs !== undefined){
let data36 = data21.globs;
const _errs101 = errors;
if(errors === _errs101){
if(Array.isArray(data36)){
var valid24 = true;
const len6 = data36.length;
for(let i5=0; i5<len6; i5++){
const _errs103 = errors;
if(typeof data36[i5] !== "string"){
const err62 = {instancePath:instancePath+"/classes/globs/" + i5,schemaPath:"#/definitions/Classes/oneOf/3/properties/globs/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
var valid24 = _errs103 === errors;
if(!valid24){
break;
}
}
}
else {
const err63 = {instancePath:instancePath+"/classes/globs",schemaPath:"#/definitions/Classes/oneOf/3/properties/globs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
var valid23 = _errs101 === errors;
}
else {
var valid23 = true;
}
}
}
}
}
}
else {
const err64 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
var _valid3 = _errs95 === errors;
if(_valid3 && valid15){
valid15 = false;
passing3 = [passing3, 3];
}
else {
if(_valid3){
valid15 = true;
passing3 = 3;
}
const _errs105 = errors;
if(errors === _errs105){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing10;
if((((data21.kind === undefined) && (missing10 = "kind")) || ((data21.starts === undefined) && (missing10 = "starts"))) || ((data21.class === undefined) && (missing10 = "class"))){
const err65 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/4/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
else {
const _errs107 = errors;
for(const key10 in data21){
if(!(((key10 === "kind") || (key10 === "starts")) || (key10 === "class"))){
const err66 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
break;
}
}
if(_errs107 === errors){
if(data21.kind !== undefined){
const _errs108 = errors;
if("addresses" !== data21.kind){
const err67 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/4/properties/kind/const",keyword:"const",params:{allowedValue: "addresses"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
var valid25 = _errs108 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data21.starts !== undefined){
let data39 = data21.starts;
const _errs109 = errors;
if(errors === _errs109){
if(Array.isArray(data39)){
if(data39.length < 1){
const err68 = {instancePath:instancePath+"/classes/starts",schemaPath:"#/definitions/Classes/oneOf/4/properties/starts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
else {
var valid26 = true;
const len7 = data39.length;
for(let i6=0; i6<len7; i6++){
let data40 = data39[i6];
const _errs111 = errors;
if(errors === _errs111){
if(typeof data40 === "string"){
if(!pattern0.test(data40)){
const err69 = {instancePath:instancePath+"/classes/starts/" + i6,schemaPath:"#/definitions/Classes/oneOf/4/properties/starts/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,40}$"},message:"must match pattern \""+"^[0-9]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/classes/starts/" + i6,schemaPath:"#/definitions/Classes/oneOf/4/properties/starts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
var valid26 = _errs111 === errors;
if(!valid26){
break;
}
}
}
}
else {
const err71 = {instancePath:instancePath+"/classes/starts",schemaPath:"#/definitions/Classes/oneOf/4/properties/starts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
var valid25 = _errs109 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data21.class !== undefined){
let data41 = data21.class;
const _errs113 = errors;
if(errors === _errs113){
if(Array.isArray(data41)){
var valid27 = true;
const len8 = data41.length;
for(let i7=0; i7<len8; i7++){
let data42 = data41[i7];
const _errs115 = errors;
if(!((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42)))){
const err72 = {instancePath:instancePath+"/classes/class/" + i7,schemaPath:"#/definitions/Classes/oneOf/4/properties/class/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(errors === _errs115){
if(typeof data42 == "number"){
if(data42 < 0 || isNaN(data42)){
const err73 = {instancePath:instancePath+"/classes/class/" + i7,schemaPath:"#/definitions/Classes/oneOf/4/properties/class/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
var valid27 = _errs115 === errors;
if(!valid27){
break;
}
}
}
else {
const err74 = {instancePath:instancePath+"/classes/class",schemaPath:"#/definitions/Classes/oneOf/4/properties/class/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
var valid25 = _errs113 === errors;
}
else {
var valid25 = true;
}
}
}
}
}
}
else {
const err75 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
var _valid3 = _errs105 === errors;
if(_valid3 && valid15){
valid15 = false;
passing3 = [passing3, 4];
}
else {
if(_valid3){
valid15 = true;
passing3 = 4;
}
const _errs117 = errors;
if(errors === _errs117){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing11;
if(((data21.kind === undefined) && (missing11 = "kind")) || ((data21.literal === undefined) && (missing11 = "literal"))){
const err76 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/5/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
else {
const _errs119 = errors;
for(const key11 in data21){
if(!((key11 === "kind") || (key11 === "literal"))){
const err77 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
break;
}
}
if(_errs119 === errors){
if(data21.kind !== undefined){
const _errs120 = errors;
if("contains" !== data21.kind){
const err78 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/5/properties/kind/const",keyword:"const",params:{allowedValue: "contains"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
var valid28 = _errs120 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data21.literal !== undefined){
const _errs121 = errors;
if(typeof data21.literal !== "string"){
const err79 = {instancePath:instancePath+"/classes/literal",schemaPath:"#/definitions/Classes/oneOf/5/properties/literal/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
var valid28 = _errs121 === errors;
}
else {
var valid28 = true;
}
}
}
}
}
else {
const err80 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/5/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
var _valid3 = _errs117 === errors;
if(_valid3 && valid15){
valid15 = false;
passing3 = [passing3, 5];
}
else {
if(_valid3){
valid15 = true;
passing3 = 5;
}
}
}
}
}
}
if(!valid15){
const err81 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
validate11.errors = vErrors;
return false;
}
else {
errors = _errs64;
if(vErrors !== null){
if(_errs64){
vErrors.length = _errs64;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs62 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate11.errors = vErrors;
return errors === 0;
}

const schema27 = {"oneOf":[{"$ref":"#/definitions/DenyAction"},{"$ref":"#/definitions/NeverUseAction"},{"$ref":"#/definitions/ChainAction"},{"$ref":"#/definitions/CacheAction"},{"$ref":"#/definitions/AttemptAction"},{"$ref":"#/definitions/BudgetAction"},{"$ref":"#/definitions/LimitAction"},{"$ref":"#/definitions/ShapeAction"},{"$ref":"#/definitions/LogAction"}]};
const schema28 = {"type":"object","additionalProperties":false,"required":["kind","message","status"],"properties":{"kind":{"const":"deny"},"message":{"type":"string"},"status":{"type":"integer","minimum":400,"maximum":599}}};
const schema29 = {"type":"object","additionalProperties":false,"required":["kind","models"],"properties":{"kind":{"const":"never-use"},"models":{"type":"array","items":{"type":"string"}}}};
const schema37 = {"type":"object","additionalProperties":false,"required":["kind","connectMs","firstTokenMs","idleMs","totalMs","retries","backoffMinMs","backoffMaxMs","ambiguous","abort"],"properties":{"kind":{"const":"attempt"},"connectMs":{"type":"integer","minimum":1},"firstTokenMs":{"type":"integer","minimum":1},"idleMs":{"type":"integer","minimum":1},"totalMs":{"type":"integer","minimum":1},"retries":{"type":"integer","minimum":0,"maximum":10},"backoffMinMs":{"type":"integer","minimum":0},"backoffMaxMs":{"type":"integer","minimum":0},"ambiguous":{"enum":["never","once"]},"abort":{"enum":["cancel","drain"],"description":"When the client goes away: end the attempt, or read on for its exact usage."}}};
const schema42 = {"description":"What one row of `shape` sets; of all rows that match the lower number holds.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"shape"},"maxOutput":{"type":"integer","minimum":1,"description":"Tokens: the output cap that is sent, at most."},"compactTo":{"type":"integer","minimum":1,"description":"Tokens of input that are left."},"promptCache":{"enum":["auto","off"]}}};
const schema43 = {"type":"object","additionalProperties":false,"required":["kind","level","sample"],"properties":{"kind":{"const":"log"},"level":{"enum":["off","metadata","content"]},"sample":{"type":"integer","minimum":1,"maximum":10000,"description":"Basis points of the requests whose content is kept; of the others metadata is."}}};
const schema30 = {"type":"object","additionalProperties":false,"required":["kind","stages"],"properties":{"kind":{"const":"chain"},"stages":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Stage"}}}};
const schema31 = {"type":"object","additionalProperties":false,"required":["pick","models","on","shown"],"properties":{"pick":{"enum":["model","cheapest","fastest","best","split","asked","deny"]},"models":{"type":"array","items":{"type":"string"},"description":"`model`: one; `cheapest`, `fastest`, `best`: the members, in file order; `split`: its arms' models, in written order; else empty."},"on":{"type":"array","items":{"$ref":"#/definitions/FailureClass"},"description":"Failures of an earlier stage that this one takes; empty on the first stage."},"split":{"$ref":"#/definitions/Split"},"shadow":{"$ref":"#/definitions/Shadow"},"message":{"type":"string","description":"Of `deny`."},"status":{"type":"integer","description":"Of `deny`."},"shown":{"type":"string","description":"The stage as a policy spells it, normalised."}}};
const schema32 = {"enum":["429","overloaded","5xx","timeout","unavailable","context","refused","budget"]};
const schema33 = {"description":"How requests fall to the arms: core/split-bucket of the salt and the axis's value; of the request's id where it lacks the fact.","type":"object","additionalProperties":false,"required":["axis","salt","shares"],"properties":{"axis":{"type":"integer","minimum":0,"description":"Index into `axes`."},"salt":{"type":"string"},"shares":{"type":"array","minItems":1,"items":{"type":"integer","minimum":1,"maximum":10000},"description":"Basis points of each of the stage's `models`; 10000 in all."}}};
const schema34 = {"description":"A copy of some requests, whose answer is thrown away and whose cost is recorded apart.","type":"object","additionalProperties":false,"required":["share","model"],"properties":{"share":{"type":"integer","minimum":1,"maximum":10000,"description":"Basis points."},"model":{"type":"string"}}};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.pick === undefined) && (missing0 = "pick")) || ((data.models === undefined) && (missing0 = "models"))) || ((data.on === undefined) && (missing0 = "on"))) || ((data.shown === undefined) && (missing0 = "shown"))){
validate15.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "pick") || (key0 === "models")) || (key0 === "on")) || (key0 === "split")) || (key0 === "shadow")) || (key0 === "message")) || (key0 === "status")) || (key0 === "shown"))){
validate15.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.pick !== undefined){
let data0 = data.pick;
const _errs2 = errors;
if(!(((((((data0 === "model") || (data0 === "cheapest")) || (data0 === "fastest")) || (data0 === "best")) || (data0 === "split")) || (data0 === "asked")) || (data0 === "deny"))){
validate15.errors = [{instancePath:instancePath+"/pick",schemaPath:"#/properties/pick/enum",keyword:"enum",params:{allowedValues: schema31.properties.pick.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.models !== undefined){
let data1 = data.models;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(typeof data1[i0] !== "string"){
validate15.errors = [{instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.on !== undefined){
let data3 = data.on;
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data3)){
var valid2 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
const _errs9 = errors;
if(!((((((((data4 === "429") || (data4 === "overloaded")) || (data4 === "5xx")) || (data4 === "timeout")) || (data4 === "unavailable")) || (data4 === "context")) || (data4 === "refused")) || (data4 === "budget"))){
validate15.errors = [{instancePath:instancePath+"/on/" + i1,schemaPath:"#/definitions/FailureClass/enum",keyword:"enum",params:{allowedValues: schema32.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/on",schemaPath:"#/properties/on/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.split !== undefined){
let data5 = data.split;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((((data5.axis === undefined) && (missing1 = "axis")) || ((data5.salt === undefined) && (missing1 = "salt"))) || ((data5.shares === undefined) && (missing1 = "shares"))){
validate15.errors = [{instancePath:instancePath+"/split",schemaPath:"#/definitions/Split/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs14 = errors;
for(const key1 in data5){
if(!(((key1 === "axis") || (key1 === "salt")) || (key1 === "shares"))){
validate15.errors = [{instancePath:instancePath+"/split",schemaPath:"#/definitions/Split/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs14 === errors){
if(data5.axis !== undefined){
let data6 = data5.axis;
const _errs15 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate15.errors = [{instancePath:instancePath+"/split/axis",schemaPath:"#/definitions/Split/properties/axis/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs15){
if(typeof data6 == "number"){
if(data6 < 0 || isNaN(data6)){
validate15.errors = [{instancePath:instancePath+"/split/axis",schemaPath:"#/definitions/Split/properties/axis/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.salt !== undefined){
const _errs17 = errors;
if(typeof data5.salt !== "string"){
validate15.errors = [{instancePath:instancePath+"/split/salt",schemaPath:"#/definitions/Split/properties/salt/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.shares !== undefined){
let data8 = data5.shares;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data8)){
if(data8.length < 1){
validate15.errors = [{instancePath:instancePath+"/split/shares",schemaPath:"#/definitions/Split/properties/shares/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid6 = true;
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
const _errs21 = errors;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
validate15.errors = [{instancePath:instancePath+"/split/shares/" + i2,schemaPath:"#/definitions/Split/properties/shares/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if(typeof data9 == "number"){
if(data9 > 10000 || isNaN(data9)){
validate15.errors = [{instancePath:instancePath+"/split/shares/" + i2,schemaPath:"#/definitions/Split/properties/shares/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"}];
return false;
}
else {
if(data9 < 1 || isNaN(data9)){
validate15.errors = [{instancePath:instancePath+"/split/shares/" + i2,schemaPath:"#/definitions/Split/properties/shares/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid6 = _errs21 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/split/shares",schemaPath:"#/definitions/Split/properties/shares/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/split",schemaPath:"#/definitions/Split/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shadow !== undefined){
let data10 = data.shadow;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if(((data10.share === undefined) && (missing2 = "share")) || ((data10.model === undefined) && (missing2 = "model"))){
validate15.errors = [{instancePath:instancePath+"/shadow",schemaPath:"#/definitions/Shadow/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs26 = errors;
for(const key2 in data10){
if(!((key2 === "share") || (key2 === "model"))){
validate15.errors = [{instancePath:instancePath+"/shadow",schemaPath:"#/definitions/Shadow/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs26 === errors){
if(data10.share !== undefined){
let data11 = data10.share;
const _errs27 = errors;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
validate15.errors = [{instancePath:instancePath+"/shadow/share",schemaPath:"#/definitions/Shadow/properties/share/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs27){
if(typeof data11 == "number"){
if(data11 > 10000 || isNaN(data11)){
validate15.errors = [{instancePath:instancePath+"/shadow/share",schemaPath:"#/definitions/Shadow/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"}];
return false;
}
else {
if(data11 < 1 || isNaN(data11)){
validate15.errors = [{instancePath:instancePath+"/shadow/share",schemaPath:"#/definitions/Shadow/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid8 = _errs27 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data10.model !== undefined){
const _errs29 = errors;
if(typeof data10.model !== "string"){
validate15.errors = [{instancePath:instancePath+"/shadow/model",schemaPath:"#/definitions/Shadow/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs29 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/shadow",schemaPath:"#/definitions/Shadow/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined){
const _errs31 = errors;
if(typeof data.message !== "string"){
validate15.errors = [{instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data14 = data.status;
const _errs33 = errors;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
validate15.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shown !== undefined){
const _errs35 = errors;
if(typeof data.shown !== "string"){
validate15.errors = [{instancePath:instancePath+"/shown",schemaPath:"#/properties/shown/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate15.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate15.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.kind === undefined) && (missing0 = "kind")) || ((data.stages === undefined) && (missing0 = "stages"))){
validate14.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "stages"))){
validate14.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if("chain" !== data.kind){
validate14.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "chain"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stages !== undefined){
let data1 = data.stages;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
if(data1.length < 1){
validate14.errors = [{instancePath:instancePath+"/stages",schemaPath:"#/properties/stages/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(!(validate15(data1[i0], {instancePath:instancePath+"/stages/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate14.errors = [{instancePath:instancePath+"/stages",schemaPath:"#/properties/stages/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate14.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate14.errors = vErrors;
return errors === 0;
}

const schema35 = {"type":"object","additionalProperties":false,"required":["kind","mode","ttlMs","within"],"properties":{"kind":{"const":"cache"},"mode":{"enum":["off","exact","semantic"]},"ttlMs":{"type":"integer","minimum":0},"within":{"enum":["key","developer","project","team","org"]},"confidence":{"type":"integer","minimum":1,"maximum":1000,"description":"Of `semantic`: thousandths; necessary for a hit, never sufficient."},"maxErrorBasisPoints":{"type":"integer","minimum":1,"maximum":1000,"description":"Of `semantic`: the share of wrong hits up to which a kind of likeness may answer, by the upper bound of what was measured. Absent: 100, one in a hundred."},"judge":{"$ref":"#/definitions/Judge"}}};
const schema36 = {"description":"Of `semantic`: the model that decides where the verifier cannot; without one that is a miss.","type":"object","additionalProperties":false,"required":["model"],"properties":{"model":{"type":"string"},"withinMs":{"type":"integer","minimum":1,"description":"Later is a miss. Absent: the gateway's own limit."}}};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.kind === undefined) && (missing0 = "kind")) || ((data.mode === undefined) && (missing0 = "mode"))) || ((data.ttlMs === undefined) && (missing0 = "ttlMs"))) || ((data.within === undefined) && (missing0 = "within"))){
validate18.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "kind") || (key0 === "mode")) || (key0 === "ttlMs")) || (key0 === "within")) || (key0 === "confidence")) || (key0 === "maxErrorBasisPoints")) || (key0 === "judge"))){
validate18.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if("cache" !== data.kind){
validate18.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "cache"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mode !== undefined){
let data1 = data.mode;
const _errs3 = errors;
if(!(((data1 === "off") || (data1 === "exact")) || (data1 === "semantic"))){
validate18.errors = [{instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema35.properties.mode.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ttlMs !== undefined){
let data2 = data.ttlMs;
const _errs4 = errors;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
validate18.errors = [{instancePath:instancePath+"/ttlMs",schemaPath:"#/properties/ttlMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs4){
if(typeof data2 == "number"){
if(data2 < 0 || isNaN(data2)){
validate18.errors = [{instancePath:instancePath+"/ttlMs",schemaPath:"#/properties/ttlMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.within !== undefined){
let data3 = data.within;
const _errs6 = errors;
if(!(((((data3 === "key") || (data3 === "developer")) || (data3 === "project")) || (data3 === "team")) || (data3 === "org"))){
validate18.errors = [{instancePath:instancePath+"/within",schemaPath:"#/properties/within/enum",keyword:"enum",params:{allowedValues: schema35.properties.within.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confidence !== undefined){
let data4 = data.confidence;
const _errs7 = errors;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
validate18.errors = [{instancePath:instancePath+"/confidence",schemaPath:"#/properties/confidence/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs7){
if(typeof data4 == "number"){
if(data4 > 1000 || isNaN(data4)){
validate18.errors = [{instancePath:instancePath+"/confidence",schemaPath:"#/properties/confidence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"}];
return false;
}
else {
if(data4 < 1 || isNaN(data4)){
validate18.errors = [{instancePath:instancePath+"/confidence",schemaPath:"#/properties/confidence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxErrorBasisPoints !== undefined){
let data5 = data.maxErrorBasisPoints;
const _errs9 = errors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
validate18.errors = [{instancePath:instancePath+"/maxErrorBasisPoints",schemaPath:"#/properties/maxErrorBasisPoints/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if(typeof data5 == "number"){
if(data5 > 1000 || isNaN(data5)){
validate18.errors = [{instancePath:instancePath+"/maxErrorBasisPoints",schemaPath:"#/properties/maxErrorBasisPoints/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"}];
return false;
}
else {
if(data5 < 1 || isNaN(data5)){
validate18.errors = [{instancePath:instancePath+"/maxErrorBasisPoints",schemaPath:"#/properties/maxErrorBasisPoints/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.judge !== undefined){
let data6 = data.judge;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if((data6.model === undefined) && (missing1 = "model")){
validate18.errors = [{instancePath:instancePath+"/judge",schemaPath:"#/definitions/Judge/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs14 = errors;
for(const key1 in data6){
if(!((key1 === "model") || (key1 === "withinMs"))){
validate18.errors = [{instancePath:instancePath+"/judge",schemaPath:"#/definitions/Judge/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs14 === errors){
if(data6.model !== undefined){
const _errs15 = errors;
if(typeof data6.model !== "string"){
validate18.errors = [{instancePath:instancePath+"/judge/model",schemaPath:"#/definitions/Judge/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.withinMs !== undefined){
let data8 = data6.withinMs;
const _errs17 = errors;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
validate18.errors = [{instancePath:instancePath+"/judge/withinMs",schemaPath:"#/definitions/Judge/properties/withinMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs17){
if(typeof data8 == "number"){
if(data8 < 1 || isNaN(data8)){
validate18.errors = [{instancePath:instancePath+"/judge/withinMs",schemaPath:"#/definitions/Judge/properties/withinMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/judge",schemaPath:"#/definitions/Judge/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate18.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate18.errors = vErrors;
return errors === 0;
}

const schema38 = {"description":"A budget that each request of its row is charged to. Usage goes by `name`, and by the value of the dimension.","type":"object","additionalProperties":false,"required":["kind","name","amountNanos","period","soft","fit","warnAtBasisPoints"],"properties":{"kind":{"const":"budget"},"name":{"type":"string"},"amountNanos":{"type":"integer","minimum":1,"description":"Nano-dollars for each period; with `fromKey`, for keys that do not say."},"fromKey":{"description":"The key's claim that gives the amount, and the most that it may give.","type":"object","additionalProperties":false,"required":["claim"],"properties":{"claim":{"type":"string"},"atMostNanos":{"type":"integer","minimum":1}}},"period":{"enum":["hour","day","week","month","year"],"description":"Of the calendar in the policy's zone."},"dimension":{"$ref":"#/definitions/Dimension"},"soft":{"type":"boolean","description":"Counted and told, never denied."},"fit":{"type":"boolean","description":"Lower the output cap before denying."},"warnAtBasisPoints":{"type":"array","items":{"type":"integer","minimum":1},"description":"Ascending."}}};
const schema39 = {"description":"The identity fact whose every value has a count of its own; absent: one count for all. A request that lacks it is counted by its key.","type":"object","additionalProperties":false,"required":["fact"],"properties":{"fact":{"type":"string"},"claim":{"type":"string","description":"Of a declared fact: the key's claim that carries it."}}};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.kind === undefined) && (missing0 = "kind")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.amountNanos === undefined) && (missing0 = "amountNanos"))) || ((data.period === undefined) && (missing0 = "period"))) || ((data.soft === undefined) && (missing0 = "soft"))) || ((data.fit === undefined) && (missing0 = "fit"))) || ((data.warnAtBasisPoints === undefined) && (missing0 = "warnAtBasisPoints"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema38.properties, key0))){
validate20.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if("budget" !== data.kind){
validate20.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "budget"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(typeof data.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amountNanos !== undefined){
let data2 = data.amountNanos;
const _errs5 = errors;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
validate20.errors = [{instancePath:instancePath+"/amountNanos",schemaPath:"#/properties/amountNanos/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs5){
if(typeof data2 == "number"){
if(data2 < 1 || isNaN(data2)){
validate20.errors = [{instancePath:instancePath+"/amountNanos",schemaPath:"#/properties/amountNanos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fromKey !== undefined){
let data3 = data.fromKey;
const _errs7 = errors;
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if((data3.claim === undefined) && (missing1 = "claim")){
validate20.errors = [{instancePath:instancePath+"/fromKey",schemaPath:"#/properties/fromKey/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data3){
if(!((key1 === "claim") || (key1 === "atMostNanos"))){
validate20.errors = [{instancePath:instancePath+"/fromKey",schemaPath:"#/properties/fromKey/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs9 === errors){
if(data3.claim !== undefined){
const _errs10 = errors;
if(typeof data3.claim !== "string"){
validate20.errors = [{instancePath:instancePath+"/fromKey/claim",schemaPath:"#/properties/fromKey/properties/claim/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data3.atMostNanos !== undefined){
let data5 = data3.atMostNanos;
const _errs12 = errors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
validate20.errors = [{instancePath:instancePath+"/fromKey/atMostNanos",schemaPath:"#/properties/fromKey/properties/atMostNanos/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if(typeof data5 == "number"){
if(data5 < 1 || isNaN(data5)){
validate20.errors = [{instancePath:instancePath+"/fromKey/atMostNanos",schemaPath:"#/properties/fromKey/properties/atMostNanos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/fromKey",schemaPath:"#/properties/fromKey/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.period !== undefined){
let data6 = data.period;
const _errs14 = errors;
if(!(((((data6 === "hour") || (data6 === "day")) || (data6 === "week")) || (data6 === "month")) || (data6 === "year"))){
validate20.errors = [{instancePath:instancePath+"/period",schemaPath:"#/properties/period/enum",keyword:"enum",params:{allowedValues: schema38.properties.period.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dimension !== undefined){
let data7 = data.dimension;
const _errs15 = errors;
const _errs16 = errors;
if(errors === _errs16){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing2;
if((data7.fact === undefined) && (missing2 = "fact")){
validate20.errors = [{instancePath:instancePath+"/dimension",schemaPath:"#/definitions/Dimension/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs18 = errors;
for(const key2 in data7){
if(!((key2 === "fact") || (key2 === "claim"))){
validate20.errors = [{instancePath:instancePath+"/dimension",schemaPath:"#/definitions/Dimension/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs18 === errors){
if(data7.fact !== undefined){
const _errs19 = errors;
if(typeof data7.fact !== "string"){
validate20.errors = [{instancePath:instancePath+"/dimension/fact",schemaPath:"#/definitions/Dimension/properties/fact/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.claim !== undefined){
const _errs21 = errors;
if(typeof data7.claim !== "string"){
validate20.errors = [{instancePath:instancePath+"/dimension/claim",schemaPath:"#/definitions/Dimension/properties/claim/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/dimension",schemaPath:"#/definitions/Dimension/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.soft !== undefined){
const _errs23 = errors;
if(typeof data.soft !== "boolean"){
validate20.errors = [{instancePath:instancePath+"/soft",schemaPath:"#/properties/soft/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fit !== undefined){
const _errs25 = errors;
if(typeof data.fit !== "boolean"){
validate20.errors = [{instancePath:instancePath+"/fit",schemaPath:"#/properties/fit/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.warnAtBasisPoints !== undefined){
let data12 = data.warnAtBasisPoints;
const _errs27 = errors;
if(errors === _errs27){
if(Array.isArray(data12)){
var valid4 = true;
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
let data13 = data12[i0];
const _errs29 = errors;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
validate20.errors = [{instancePath:instancePath+"/warnAtBasisPoints/" + i0,schemaPath:"#/properties/warnAtBasisPoints/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs29){
if(typeof data13 == "number"){
if(data13 < 1 || isNaN(data13)){
validate20.errors = [{instancePath:instancePath+"/warnAtBasisPoints/" + i0,schemaPath:"#/properties/warnAtBasisPoints/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid4 = _errs29 === errors;
if(!valid4){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/warnAtBasisPoints",schemaPath:"#/properties/warnAtBasisPoints/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}

const schema40 = {"description":"A limit that each request of its row counts towards.","type":"object","additionalProperties":false,"required":["kind","name","of","amount","soft","warnAtBasisPoints"],"properties":{"kind":{"const":"limit"},"name":{"type":"string"},"of":{"enum":["requests","tokens","concurrent"]},"amount":{"type":"integer","minimum":1},"period":{"enum":["second","minute","hour","day"],"description":"A sliding window; `concurrent` has none."},"dimension":{"$ref":"#/definitions/Dimension"},"soft":{"type":"boolean"},"warnAtBasisPoints":{"type":"array","items":{"type":"integer","minimum":1},"description":"Ascending."}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.kind === undefined) && (missing0 = "kind")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.of === undefined) && (missing0 = "of"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.soft === undefined) && (missing0 = "soft"))) || ((data.warnAtBasisPoints === undefined) && (missing0 = "warnAtBasisPoints"))){
validate22.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "kind") || (key0 === "name")) || (key0 === "of")) || (key0 === "amount")) || (key0 === "period")) || (key0 === "dimension")) || (key0 === "soft")) || (key0 === "warnAtBasisPoints"))){
validate22.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if("limit" !== data.kind){
validate22.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "limit"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(typeof data.name !== "string"){
validate22.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.of !== undefined){
let data2 = data.of;
const _errs5 = errors;
if(!(((data2 === "requests") || (data2 === "tokens")) || (data2 === "concurrent"))){
validate22.errors = [{instancePath:instancePath+"/of",schemaPath:"#/properties/of/enum",keyword:"enum",params:{allowedValues: schema40.properties.of.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
let data3 = data.amount;
const _errs6 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate22.errors = [{instancePath:instancePath+"/amount",schemaPath:"#/properties/amount/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs6){
if(typeof data3 == "number"){
if(data3 < 1 || isNaN(data3)){
validate22.errors = [{instancePath:instancePath+"/amount",schemaPath:"#/properties/amount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.period !== undefined){
let data4 = data.period;
const _errs8 = errors;
if(!((((data4 === "second") || (data4 === "minute")) || (data4 === "hour")) || (data4 === "day"))){
validate22.errors = [{instancePath:instancePath+"/period",schemaPath:"#/properties/period/enum",keyword:"enum",params:{allowedValues: schema40.properties.period.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dimension !== undefined){
let data5 = data.dimension;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((data5.fact === undefined) && (missing1 = "fact")){
validate22.errors = [{instancePath:instancePath+"/dimension",schemaPath:"#/definitions/Dimension/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs12 = errors;
for(const key1 in data5){
if(!((key1 === "fact") || (key1 === "claim"))){
validate22.errors = [{instancePath:instancePath+"/dimension",schemaPath:"#/definitions/Dimension/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs12 === errors){
if(data5.fact !== undefined){
const _errs13 = errors;
if(typeof data5.fact !== "string"){
validate22.errors = [{instancePath:instancePath+"/dimension/fact",schemaPath:"#/definitions/Dimension/properties/fact/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.claim !== undefined){
const _errs15 = errors;
if(typeof data5.claim !== "string"){
validate22.errors = [{instancePath:instancePath+"/dimension/claim",schemaPath:"#/definitions/Dimension/properties/claim/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/dimension",schemaPath:"#/definitions/Dimension/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.soft !== undefined){
const _errs17 = errors;
if(typeof data.soft !== "boolean"){
validate22.errors = [{instancePath:instancePath+"/soft",schemaPath:"#/properties/soft/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.warnAtBasisPoints !== undefined){
let data9 = data.warnAtBasisPoints;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
var valid3 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
const _errs21 = errors;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
validate22.errors = [{instancePath:instancePath+"/warnAtBasisPoints/" + i0,schemaPath:"#/properties/warnAtBasisPoints/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if(typeof data10 == "number"){
if(data10 < 1 || isNaN(data10)){
validate22.errors = [{instancePath:instancePath+"/warnAtBasisPoints/" + i0,schemaPath:"#/properties/warnAtBasisPoints/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid3 = _errs21 === errors;
if(!valid3){
break;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/warnAtBasisPoints",schemaPath:"#/properties/warnAtBasisPoints/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.kind === undefined) && (missing0 = "kind")) || ((data.message === undefined) && (missing0 = "message"))) || ((data.status === undefined) && (missing0 = "status"))){
const err0 = {instancePath,schemaPath:"#/definitions/DenyAction/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(((key0 === "kind") || (key0 === "message")) || (key0 === "status"))){
const err1 = {instancePath,schemaPath:"#/definitions/DenyAction/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs4 === errors){
if(data.kind !== undefined){
const _errs5 = errors;
if("deny" !== data.kind){
const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/DenyAction/properties/kind/const",keyword:"const",params:{allowedValue: "deny"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.message !== undefined){
const _errs6 = errors;
if(typeof data.message !== "string"){
const err3 = {instancePath:instancePath+"/message",schemaPath:"#/definitions/DenyAction/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.status !== undefined){
let data2 = data.status;
const _errs8 = errors;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
const err4 = {instancePath:instancePath+"/status",schemaPath:"#/definitions/DenyAction/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(errors === _errs8){
if(typeof data2 == "number"){
if(data2 > 599 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/status",schemaPath:"#/definitions/DenyAction/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},message:"must be <= 599"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(data2 < 400 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/status",schemaPath:"#/definitions/DenyAction/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 400},message:"must be >= 400"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/definitions/DenyAction/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.kind === undefined) && (missing1 = "kind")) || ((data.models === undefined) && (missing1 = "models"))){
const err8 = {instancePath,schemaPath:"#/definitions/NeverUseAction/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
const _errs13 = errors;
for(const key1 in data){
if(!((key1 === "kind") || (key1 === "models"))){
const err9 = {instancePath,schemaPath:"#/definitions/NeverUseAction/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
}
if(_errs13 === errors){
if(data.kind !== undefined){
const _errs14 = errors;
if("never-use" !== data.kind){
const err10 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/NeverUseAction/properties/kind/const",keyword:"const",params:{allowedValue: "never-use"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.models !== undefined){
let data4 = data.models;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data4)){
var valid5 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs17 = errors;
if(typeof data4[i0] !== "string"){
const err11 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/definitions/NeverUseAction/properties/models/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid5 = _errs17 === errors;
if(!valid5){
break;
}
}
}
else {
const err12 = {instancePath:instancePath+"/models",schemaPath:"#/definitions/NeverUseAction/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/definitions/NeverUseAction/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid0 = _errs10 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs19 = errors;
if(!(validate14(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
var _valid0 = _errs19 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
const _errs20 = errors;
if(!(validate18(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
var _valid0 = _errs20 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
}
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((((((((((data.kind === undefined) && (missing2 = "kind")) || ((data.connectMs === undefined) && (missing2 = "connectMs"))) || ((data.firstTokenMs === undefined) && (missing2 = "firstTokenMs"))) || ((data.idleMs === undefined) && (missing2 = "idleMs"))) || ((data.totalMs === undefined) && (missing2 = "totalMs"))) || ((data.retries === undefined) && (missing2 = "retries"))) || ((data.backoffMinMs === undefined) && (missing2 = "backoffMinMs"))) || ((data.backoffMaxMs === undefined) && (missing2 = "backoffMaxMs"))) || ((data.ambiguous === undefined) && (missing2 = "ambiguous"))) || ((data.abort === undefined) && (missing2 = "abort"))){
const err14 = {instancePath,schemaPath:"#/definitions/AttemptAction/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
const _errs24 = errors;
for(const key2 in data){
if(!(func2.call(schema37.properties, key2))){
const err15 = {instancePath,schemaPath:"#/definitions/AttemptAction/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
break;
}
}
if(_errs24 === errors){
if(data.kind !== undefined){
const _errs25 = errors;
if("attempt" !== data.kind){
const err16 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/AttemptAction/properties/kind/const",keyword:"const",params:{allowedValue: "attempt"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid7 = _errs25 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.connectMs !== undefined){
let data7 = data.connectMs;
const _errs26 = errors;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
const err17 = {instancePath:instancePath+"/connectMs",schemaPath:"#/definitions/AttemptAction/properties/connectMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(errors === _errs26){
if(typeof data7 == "number"){
if(data7 < 1 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/connectMs",schemaPath:"#/definitions/AttemptAction/properties/connectMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
var valid7 = _errs26 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.firstTokenMs !== undefined){
let data8 = data.firstTokenMs;
const _errs28 = errors;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
const err19 = {instancePath:instancePath+"/firstTokenMs",schemaPath:"#/definitions/AttemptAction/properties/firstTokenMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(errors === _errs28){
if(typeof data8 == "number"){
if(data8 < 1 || isNaN(data8)){
const err20 = {instancePath:instancePath+"/firstTokenMs",schemaPath:"#/definitions/AttemptAction/properties/firstTokenMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
var valid7 = _errs28 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.idleMs !== undefined){
let data9 = data.idleMs;
const _errs30 = errors;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
const err21 = {instancePath:instancePath+"/idleMs",schemaPath:"#/definitions/AttemptAction/properties/idleMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(errors === _errs30){
if(typeof data9 == "number"){
if(data9 < 1 || isNaN(data9)){
const err22 = {instancePath:instancePath+"/idleMs",schemaPath:"#/definitions/AttemptAction/properties/idleMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
var valid7 = _errs30 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.totalMs !== undefined){
let data10 = data.totalMs;
const _errs32 = errors;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
const err23 = {instancePath:instancePath+"/totalMs",schemaPath:"#/definitions/AttemptAction/properties/totalMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(errors === _errs32){
if(typeof data10 == "number"){
if(data10 < 1 || isNaN(data10)){
const err24 = {instancePath:instancePath+"/totalMs",schemaPath:"#/definitions/AttemptAction/properties/totalMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
var valid7 = _errs32 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.retries !== undefined){
let data11 = data.retries;
const _errs34 = errors;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
const err25 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/AttemptAction/properties/retries/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(errors === _errs34){
if(typeof data11 == "number"){
if(data11 > 10 || isNaN(data11)){
const err26 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/AttemptAction/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
if(data11 < 0 || isNaN(data11)){
const err27 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/AttemptAction/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
var valid7 = _errs34 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.backoffMinMs !== undefined){
let data12 = data.backoffMinMs;
const _errs36 = errors;
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err28 = {instancePath:instancePath+"/backoffMinMs",schemaPath:"#/definitions/AttemptAction/properties/backoffMinMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(errors === _errs36){
if(typeof data12 == "number"){
if(data12 < 0 || isNaN(data12)){
const err29 = {instancePath:instancePath+"/backoffMinMs",schemaPath:"#/definitions/AttemptAction/properties/backoffMinMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
var valid7 = _errs36 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.backoffMaxMs !== undefined){
let data13 = data.backoffMaxMs;
const _errs38 = errors;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
const err30 = {instancePath:instancePath+"/backoffMaxMs",schemaPath:"#/definitions/AttemptAction/properties/backoffMaxMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(errors === _errs38){
if(typeof data13 == "number"){
if(data13 < 0 || isNaN(data13)){
const err31 = {instancePath:instancePath+"/backoffMaxMs",schemaPath:"#/definitions/AttemptAction/properties/backoffMaxMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
var valid7 = _errs38 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.ambiguous !== undefined){
let data14 = data.ambiguous;
const _errs40 = errors;
if(!((data14 === "never") || (data14 === "once"))){
const err32 = {instancePath:instancePath+"/ambiguous",schemaPath:"#/definitions/AttemptAction/properties/ambiguous/enum",keyword:"enum",params:{allowedValues: schema37.properties.ambiguous.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var valid7 = _errs40 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.abort !== undefined){
let data15 = data.abort;
const _errs41 = errors;
if(!((data15 === "cancel") || (data15 === "drain"))){
const err33 = {instancePath:instancePath+"/abort",schemaPath:"#/definitions/AttemptAction/properties/abort/enum",keyword:"enum",params:{allowedValues: schema37.properties.abort.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var valid7 = _errs41 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/definitions/AttemptAction/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
var _valid0 = _errs21 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid0 = true;
passing0 = 4;
}
const _errs42 = errors;
if(!(validate20(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
var _valid0 = _errs42 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 5];
}
else {
if(_valid0){
valid0 = true;
passing0 = 5;
}
const _errs43 = errors;
if(!(validate22(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var _valid0 = _errs43 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 6];
}
else {
if(_valid0){
valid0 = true;
passing0 = 6;
}
const _errs44 = errors;
const _errs45 = errors;
if(errors === _errs45){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.kind === undefined) && (missing3 = "kind")){
const err35 = {instancePath,schemaPath:"#/definitions/ShapeAction/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
else {
const _errs47 = errors;
for(const key3 in data){
if(!((((key3 === "kind") || (key3 === "maxOutput")) || (key3 === "compactTo")) || (key3 === "promptCache"))){
const err36 = {instancePath,schemaPath:"#/definitions/ShapeAction/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
break;
}
}
if(_errs47 === errors){
if(data.kind !== undefined){
const _errs48 = errors;
if("shape" !== data.kind){
const err37 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/ShapeAction/properties/kind/const",keyword:"const",params:{allowedValue: "shape"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
var valid9 = _errs48 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data.maxOutput !== undefined){
let data17 = data.maxOutput;
const _errs49 = errors;
if(!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))){
const err38 = {instancePath:instancePath+"/maxOutput",schemaPath:"#/definitions/ShapeAction/properties/maxOutput/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(errors === _errs49){
if(typeof data17 == "number"){
if(data17 < 1 || isNaN(data17)){
const err39 = {instancePath:instancePath+"/maxOutput",schemaPath:"#/definitions/ShapeAction/properties/maxOutput/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
var valid9 = _errs49 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data.compactTo !== undefined){
let data18 = data.compactTo;
const _errs51 = errors;
if(!((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18)))){
const err40 = {instancePath:instancePath+"/compactTo",schemaPath:"#/definitions/ShapeAction/properties/compactTo/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(errors === _errs51){
if(typeof data18 == "number"){
if(data18 < 1 || isNaN(data18)){
const err41 = {instancePath:instancePath+"/compactTo",schemaPath:"#/definitions/ShapeAction/properties/compactTo/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
var valid9 = _errs51 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data.promptCache !== undefined){
let data19 = data.promptCache;
const _errs53 = errors;
if(!((data19 === "auto") || (data19 === "off"))){
const err42 = {instancePath:instancePath+"/promptCache",schemaPath:"#/definitions/ShapeAction/properties/promptCache/enum",keyword:"enum",params:{allowedValues: schema42.properties.promptCache.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var valid9 = _errs53 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
}
else {
const err43 = {instancePath,schemaPath:"#/definitions/ShapeAction/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
var _valid0 = _errs44 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 7];
}
else {
if(_valid0){
valid0 = true;
passing0 = 7;
}
const _errs54 = errors;
const _errs55 = errors;
if(errors === _errs55){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((((data.kind === undefined) && (missing4 = "kind")) || ((data.level === undefined) && (missing4 = "level"))) || ((data.sample === undefined) && (missing4 = "sample"))){
const err44 = {instancePath,schemaPath:"#/definitions/LogAction/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
else {
const _errs57 = errors;
for(const key4 in data){
if(!(((key4 === "kind") || (key4 === "level")) || (key4 === "sample"))){
const err45 = {instancePath,schemaPath:"#/definitions/LogAction/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
break;
}
}
if(_errs57 === errors){
if(data.kind !== undefined){
const _errs58 = errors;
if("log" !== data.kind){
const err46 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/LogAction/properties/kind/const",keyword:"const",params:{allowedValue: "log"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var valid11 = _errs58 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data.level !== undefined){
let data21 = data.level;
const _errs59 = errors;
if(!(((data21 === "off") || (data21 === "metadata")) || (data21 === "content"))){
const err47 = {instancePath:instancePath+"/level",schemaPath:"#/definitions/LogAction/properties/level/enum",keyword:"enum",params:{allowedValues: schema43.properties.level.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
var valid11 = _errs59 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data.sample !== undefined){
let data22 = data.sample;
const _errs60 = errors;
if(!((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22)))){
const err48 = {instancePath:instancePath+"/sample",schemaPath:"#/definitions/LogAction/properties/sample/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(errors === _errs60){
if(typeof data22 == "number"){
if(data22 > 10000 || isNaN(data22)){
const err49 = {instancePath:instancePath+"/sample",schemaPath:"#/definitions/LogAction/properties/sample/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
else {
if(data22 < 1 || isNaN(data22)){
const err50 = {instancePath:instancePath+"/sample",schemaPath:"#/definitions/LogAction/properties/sample/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
}
var valid11 = _errs60 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
else {
const err51 = {instancePath,schemaPath:"#/definitions/LogAction/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
var _valid0 = _errs54 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 8];
}
else {
if(_valid0){
valid0 = true;
passing0 = 8;
}
}
}
}
}
}
}
}
}
if(!valid0){
const err52 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
validate13.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate13.errors = vErrors;
return errors === 0;
}

const schema44 = {"type":"object","additionalProperties":false,"required":["facts","expect"],"properties":{"facts":{"type":"object","description":"Typed fact values by name; a fact that is not named is missing.","additionalProperties":{"$ref":"#/definitions/FactValue"}},"expect":{"description":"Rule indices per table that the artifact has, each looked up by itself, whatever guard says: every rule that matched, ascending, where all rows apply (guard, budget, limit, shape), and the deciding one elsewhere (-1: gwc's own).","type":"object","additionalProperties":false,"required":["guard","route","cache","attempt"],"properties":{"guard":{"type":"array","items":{"type":"integer"}},"route":{"type":"integer"},"embeddings":{"type":"integer"},"cache":{"type":"integer"},"attempt":{"type":"integer"},"budget":{"type":"array","items":{"type":"integer"}},"limit":{"type":"array","items":{"type":"integer"}},"shape":{"type":"array","items":{"type":"integer"}},"log":{"type":"integer"}}}}};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.facts === undefined) && (missing0 = "facts")) || ((data.expect === undefined) && (missing0 = "expect"))){
validate25.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "facts") || (key0 === "expect"))){
validate25.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.facts !== undefined){
let data0 = data.facts;
const _errs2 = errors;
if(errors === _errs2){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
let data1 = data0[key1];
const _errs5 = errors;
const _errs7 = errors;
let valid3 = false;
let passing0 = null;
const _errs8 = errors;
if(typeof data1 !== "boolean"){
const err0 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/FactValue/oneOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs8 === errors;
if(_valid0){
valid3 = true;
passing0 = 0;
}
const _errs10 = errors;
if(!(typeof data1 == "number")){
const err1 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/FactValue/oneOf/1/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs10 === errors;
if(_valid0 && valid3){
valid3 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid3 = true;
passing0 = 1;
}
const _errs12 = errors;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/FactValue/oneOf/2/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid3){
valid3 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid3 = true;
passing0 = 2;
}
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data1)){
var valid4 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(typeof data1[i0] !== "string"){
const err3 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/definitions/FactValue/oneOf/3/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid4 = _errs16 === errors;
if(!valid4){
break;
}
}
}
else {
const err4 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/FactValue/oneOf/3/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs14 === errors;
if(_valid0 && valid3){
valid3 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid3 = true;
passing0 = 3;
}
}
}
}
if(!valid3){
const err5 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/FactValue/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate25.errors = vErrors;
return false;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/facts",schemaPath:"#/properties/facts/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expect !== undefined){
let data3 = data.expect;
const _errs18 = errors;
if(errors === _errs18){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((((data3.guard === undefined) && (missing1 = "guard")) || ((data3.route === undefined) && (missing1 = "route"))) || ((data3.cache === undefined) && (missing1 = "cache"))) || ((data3.attempt === undefined) && (missing1 = "attempt"))){
validate25.errors = [{instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key2 in data3){
if(!(func2.call(schema44.properties.expect.properties, key2))){
validate25.errors = [{instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data3.guard !== undefined){
let data4 = data3.guard;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data4)){
var valid6 = true;
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
const _errs23 = errors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
validate25.errors = [{instancePath:instancePath+"/expect/guard/" + i1,schemaPath:"#/properties/expect/properties/guard/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid6 = _errs23 === errors;
if(!valid6){
break;
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/expect/guard",schemaPath:"#/properties/expect/properties/guard/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.route !== undefined){
let data6 = data3.route;
const _errs25 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate25.errors = [{instancePath:instancePath+"/expect/route",schemaPath:"#/properties/expect/properties/route/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.embeddings !== undefined){
let data7 = data3.embeddings;
const _errs27 = errors;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
validate25.errors = [{instancePath:instancePath+"/expect/embeddings",schemaPath:"#/properties/expect/properties/embeddings/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.cache !== undefined){
let data8 = data3.cache;
const _errs29 = errors;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
validate25.errors = [{instancePath:instancePath+"/expect/cache",schemaPath:"#/properties/expect/properties/cache/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.attempt !== undefined){
let data9 = data3.attempt;
const _errs31 = errors;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
validate25.errors = [{instancePath:instancePath+"/expect/attempt",schemaPath:"#/properties/expect/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid5 = _errs31 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.budget !== undefined){
let data10 = data3.budget;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data10)){
var valid7 = true;
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
const _errs35 = errors;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
validate25.errors = [{instancePath:instancePath+"/expect/budget/" + i2,schemaPath:"#/properties/expect/properties/budget/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid7 = _errs35 === errors;
if(!valid7){
break;
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/expect/budget",schemaPath:"#/properties/expect/properties/budget/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs33 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.limit !== undefined){
let data12 = data3.limit;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data12)){
var valid8 = true;
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
let data13 = data12[i3];
const _errs39 = errors;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
validate25.errors = [{instancePath:instancePath+"/expect/limit/" + i3,schemaPath:"#/properties/expect/properties/limit/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid8 = _errs39 === errors;
if(!valid8){
break;
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/expect/limit",schemaPath:"#/properties/expect/properties/limit/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs37 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.shape !== undefined){
let data14 = data3.shape;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data14)){
var valid9 = true;
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
let data15 = data14[i4];
const _errs43 = errors;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
validate25.errors = [{instancePath:instancePath+"/expect/shape/" + i4,schemaPath:"#/properties/expect/properties/shape/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid9 = _errs43 === errors;
if(!valid9){
break;
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/expect/shape",schemaPath:"#/properties/expect/properties/shape/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs41 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.log !== undefined){
let data16 = data3.log;
const _errs45 = errors;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
validate25.errors = [{instancePath:instancePath+"/expect/log",schemaPath:"#/properties/expect/properties/log/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid5 = _errs45 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate25.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate25.errors = vErrors;
return errors === 0;
}

const pattern1 = new RegExp("^[0-9a-f]{16}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://gwc.dev/schemas/decision-table.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.format === undefined) && (missing0 = "format")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.compiler === undefined) && (missing0 = "compiler"))) || ((data.requires === undefined) && (missing0 = "requires"))) || ((data.zone === undefined) && (missing0 = "zone"))) || ((data.catalogueDate === undefined) && (missing0 = "catalogueDate"))) || ((data.axes === undefined) && (missing0 = "axes"))) || ((data.tables === undefined) && (missing0 = "tables"))) || ((data.rules === undefined) && (missing0 = "rules"))) || ((data.actions === undefined) && (missing0 = "actions"))) || ((data.models === undefined) && (missing0 = "models"))) || ((data.selfTest === undefined) && (missing0 = "selfTest"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
validate10.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.format !== undefined){
const _errs2 = errors;
if("gwc.decision-table" !== data.format){
validate10.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "gwc.decision-table"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs3 = errors;
if(1 !== data.version){
validate10.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.compiler !== undefined){
const _errs4 = errors;
if(typeof data.compiler !== "string"){
validate10.errors = [{instancePath:instancePath+"/compiler",schemaPath:"#/properties/compiler/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requires !== undefined){
let data3 = data.requires;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs8 = errors;
if(typeof data3[i0] !== "string"){
validate10.errors = [{instancePath:instancePath+"/requires/" + i0,schemaPath:"#/properties/requires/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs8 === errors;
if(!valid1){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zone !== undefined){
const _errs10 = errors;
if(typeof data.zone !== "string"){
validate10.errors = [{instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.catalogueDate !== undefined){
const _errs12 = errors;
if(typeof data.catalogueDate !== "string"){
validate10.errors = [{instancePath:instancePath+"/catalogueDate",schemaPath:"#/properties/catalogueDate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.axes !== undefined){
let data7 = data.axes;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid2 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
const _errs16 = errors;
if(!(validate11(data7[i1], {instancePath:instancePath+"/axes/" + i1,parentData:data7,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid2 = _errs16 === errors;
if(!valid2){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tables !== undefined){
let data9 = data.tables;
const _errs17 = errors;
if(errors === _errs17){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if(((((data9.guard === undefined) && (missing1 = "guard")) || ((data9.route === undefined) && (missing1 = "route"))) || ((data9.cache === undefined) && (missing1 = "cache"))) || ((data9.attempt === undefined) && (missing1 = "attempt"))){
validate10.errors = [{instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs19 = errors;
for(const key1 in data9){
if(!(func2.call(schema11.properties.tables.properties, key1))){
validate10.errors = [{instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs19 === errors){
if(data9.guard !== undefined){
let data10 = data9.guard;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if((((((data10.axes === undefined) && (missing2 = "axes")) || ((data10.rows === undefined) && (missing2 = "rows"))) || ((data10.bits === undefined) && (missing2 = "bits"))) || ((data10.rule === undefined) && (missing2 = "rule"))) || ((data10.action === undefined) && (missing2 = "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/guard",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs23 = errors;
for(const key2 in data10){
if(!(((((key2 === "axes") || (key2 === "rows")) || (key2 === "bits")) || (key2 === "rule")) || (key2 === "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/guard",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs23 === errors){
if(data10.axes !== undefined){
let data11 = data10.axes;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data11)){
var valid6 = true;
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
const _errs26 = errors;
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
validate10.errors = [{instancePath:instancePath+"/tables/guard/axes/" + i2,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid6 = _errs26 === errors;
if(!valid6){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/guard/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs24 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.rows !== undefined){
let data13 = data10.rows;
const _errs28 = errors;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
validate10.errors = [{instancePath:instancePath+"/tables/guard/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs28){
if(typeof data13 == "number"){
if(data13 < 0 || isNaN(data13)){
validate10.errors = [{instancePath:instancePath+"/tables/guard/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid5 = _errs28 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.bits !== undefined){
const _errs30 = errors;
if(typeof data10.bits !== "string"){
validate10.errors = [{instancePath:instancePath+"/tables/guard/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs30 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.rule !== undefined){
let data15 = data10.rule;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data15)){
var valid7 = true;
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
let data16 = data15[i3];
const _errs34 = errors;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
validate10.errors = [{instancePath:instancePath+"/tables/guard/rule/" + i3,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid7 = _errs34 === errors;
if(!valid7){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/guard/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs32 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.action !== undefined){
let data17 = data10.action;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data17)){
var valid8 = true;
const len4 = data17.length;
for(let i4=0; i4<len4; i4++){
let data18 = data17[i4];
const _errs38 = errors;
if(!((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18)))){
validate10.errors = [{instancePath:instancePath+"/tables/guard/action/" + i4,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid8 = _errs38 === errors;
if(!valid8){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/guard/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs36 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/guard",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs20 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.route !== undefined){
let data19 = data9.route;
const _errs40 = errors;
const _errs41 = errors;
if(errors === _errs41){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing3;
if((((((data19.axes === undefined) && (missing3 = "axes")) || ((data19.rows === undefined) && (missing3 = "rows"))) || ((data19.bits === undefined) && (missing3 = "bits"))) || ((data19.rule === undefined) && (missing3 = "rule"))) || ((data19.action === undefined) && (missing3 = "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/route",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs43 = errors;
for(const key3 in data19){
if(!(((((key3 === "axes") || (key3 === "rows")) || (key3 === "bits")) || (key3 === "rule")) || (key3 === "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/route",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs43 === errors){
if(data19.axes !== undefined){
let data20 = data19.axes;
const _errs44 = errors;
if(errors === _errs44){
if(Array.isArray(data20)){
var valid11 = true;
const len5 = data20.length;
for(let i5=0; i5<len5; i5++){
let data21 = data20[i5];
const _errs46 = errors;
if(!((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21)))){
validate10.errors = [{instancePath:instancePath+"/tables/route/axes/" + i5,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid11 = _errs46 === errors;
if(!valid11){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/route/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid10 = _errs44 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data19.rows !== undefined){
let data22 = data19.rows;
const _errs48 = errors;
if(!((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22)))){
validate10.errors = [{instancePath:instancePath+"/tables/route/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs48){
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
validate10.errors = [{instancePath:instancePath+"/tables/route/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid10 = _errs48 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data19.bits !== undefined){
const _errs50 = errors;
if(typeof data19.bits !== "string"){
validate10.errors = [{instancePath:instancePath+"/tables/route/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs50 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data19.rule !== undefined){
let data24 = data19.rule;
const _errs52 = errors;
if(errors === _errs52){
if(Array.isArray(data24)){
var valid12 = true;
const len6 = data24.length;
for(let i6=0; i6<len6; i6++){
let data25 = data24[i6];
const _errs54 = errors;
if(!((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25)))){
validate10.errors = [{instancePath:instancePath+"/tables/route/rule/" + i6,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid12 = _errs54 === errors;
if(!valid12){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/route/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid10 = _errs52 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data19.action !== undefined){
let data26 = data19.action;
const _errs56 = errors;
if(errors === _errs56){
if(Array.isArray(data26)){
var valid13 = true;
const len7 = data26.length;
for(let i7=0; i7<len7; i7++){
let data27 = data26[i7];
const _errs58 = errors;
if(!((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27)))){
validate10.errors = [{instancePath:instancePath+"/tables/route/action/" + i7,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid13 = _errs58 === errors;
if(!valid13){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/route/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid10 = _errs56 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/route",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs40 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.embeddings !== undefined){
let data28 = data9.embeddings;
const _errs60 = errors;
const _errs61 = errors;
if(errors === _errs61){
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
let missing4;
if((((((data28.axes === undefined) && (missing4 = "axes")) || ((data28.rows === undefined) && (missing4 = "rows"))) || ((data28.bits === undefined) && (missing4 = "bits"))) || ((data28.rule === undefined) && (missing4 = "rule"))) || ((data28.action === undefined) && (missing4 = "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/embeddings",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs63 = errors;
for(const key4 in data28){
if(!(((((key4 === "axes") || (key4 === "rows")) || (key4 === "bits")) || (key4 === "rule")) || (key4 === "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/embeddings",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs63 === errors){
if(data28.axes !== undefined){
let data29 = data28.axes;
const _errs64 = errors;
if(errors === _errs64){
if(Array.isArray(data29)){
var valid16 = true;
const len8 = data29.length;
for(let i8=0; i8<len8; i8++){
let data30 = data29[i8];
const _errs66 = errors;
if(!((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30)))){
validate10.errors = [{instancePath:instancePath+"/tables/embeddings/axes/" + i8,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid16 = _errs66 === errors;
if(!valid16){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/embeddings/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid15 = _errs64 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data28.rows !== undefined){
let data31 = data28.rows;
const _errs68 = errors;
if(!((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31)))){
validate10.errors = [{instancePath:instancePath+"/tables/embeddings/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs68){
if(typeof data31 == "number"){
if(data31 < 0 || isNaN(data31)){
validate10.errors = [{instancePath:instancePath+"/tables/embeddings/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid15 = _errs68 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data28.bits !== undefined){
const _errs70 = errors;
if(typeof data28.bits !== "string"){
validate10.errors = [{instancePath:instancePath+"/tables/embeddings/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid15 = _errs70 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data28.rule !== undefined){
let data33 = data28.rule;
const _errs72 = errors;
if(errors === _errs72){
if(Array.isArray(data33)){
var valid17 = true;
const len9 = data33.length;
for(let i9=0; i9<len9; i9++){
let data34 = data33[i9];
const _errs74 = errors;
if(!((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34)))){
validate10.errors = [{instancePath:instancePath+"/tables/embeddings/rule/" + i9,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid17 = _errs74 === errors;
if(!valid17){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/embeddings/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid15 = _errs72 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data28.action !== undefined){
let data35 = data28.action;
const _errs76 = errors;
if(errors === _errs76){
if(Array.isArray(data35)){
var valid18 = true;
const len10 = data35.length;
for(let i10=0; i10<len10; i10++){
let data36 = data35[i10];
const _errs78 = errors;
if(!((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36)))){
validate10.errors = [{instancePath:instancePath+"/tables/embeddings/action/" + i10,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid18 = _errs78 === errors;
if(!valid18){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/embeddings/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid15 = _errs76 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/embeddings",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs60 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.cache !== undefined){
let data37 = data9.cache;
const _errs80 = errors;
const _errs81 = errors;
if(errors === _errs81){
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
let missing5;
if((((((data37.axes === undefined) && (missing5 = "axes")) || ((data37.rows === undefined) && (missing5 = "rows"))) || ((data37.bits === undefined) && (missing5 = "bits"))) || ((data37.rule === undefined) && (missing5 = "rule"))) || ((data37.action === undefined) && (missing5 = "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/cache",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs83 = errors;
for(const key5 in data37){
if(!(((((key5 === "axes") || (key5 === "rows")) || (key5 === "bits")) || (key5 === "rule")) || (key5 === "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/cache",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs83 === errors){
if(data37.axes !== undefined){
let data38 = data37.axes;
const _errs84 = errors;
if(errors === _errs84){
if(Array.isArray(data38)){
var valid21 = true;
const len11 = data38.length;
for(let i11=0; i11<len11; i11++){
let data39 = data38[i11];
const _errs86 = errors;
if(!((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39)))){
validate10.errors = [{instancePath:instancePath+"/tables/cache/axes/" + i11,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid21 = _errs86 === errors;
if(!valid21){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/cache/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid20 = _errs84 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data37.rows !== undefined){
let data40 = data37.rows;
const _errs88 = errors;
if(!((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40)))){
validate10.errors = [{instancePath:instancePath+"/tables/cache/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs88){
if(typeof data40 == "number"){
if(data40 < 0 || isNaN(data40)){
validate10.errors = [{instancePath:instancePath+"/tables/cache/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid20 = _errs88 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data37.bits !== undefined){
const _errs90 = errors;
if(typeof data37.bits !== "string"){
validate10.errors = [{instancePath:instancePath+"/tables/cache/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid20 = _errs90 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data37.rule !== undefined){
let data42 = data37.rule;
const _errs92 = errors;
if(errors === _errs92){
if(Array.isArray(data42)){
var valid22 = true;
const len12 = data42.length;
for(let i12=0; i12<len12; i12++){
let data43 = data42[i12];
const _errs94 = errors;
if(!((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43)))){
validate10.errors = [{instancePath:instancePath+"/tables/cache/rule/" + i12,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid22 = _errs94 === errors;
if(!valid22){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/cache/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid20 = _errs92 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data37.action !== undefined){
let data44 = data37.action;
const _errs96 = errors;
if(errors === _errs96){
if(Array.isArray(data44)){
var valid23 = true;
const len13 = data44.length;
for(let i13=0; i13<len13; i13++){
let data45 = data44[i13];
const _errs98 = errors;
if(!((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45)))){
validate10.errors = [{instancePath:instancePath+"/tables/cache/action/" + i13,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid23 = _errs98 === errors;
if(!valid23){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/cache/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid20 = _errs96 === errors;
}
else {
var valid20 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/cache",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs80 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.attempt !== undefined){
let data46 = data9.attempt;
const _errs100 = errors;
const _errs101 = errors;
if(errors === _errs101){
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
let missing6;
if((((((data46.axes === undefined) && (missing6 = "axes")) || ((data46.rows === undefined) && (missing6 = "rows"))) || ((data46.bits === undefined) && (missing6 = "bits"))) || ((data46.rule === undefined) && (missing6 = "rule"))) || ((data46.action === undefined) && (missing6 = "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/attempt",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs103 = errors;
for(const key6 in data46){
if(!(((((key6 === "axes") || (key6 === "rows")) || (key6 === "bits")) || (key6 === "rule")) || (key6 === "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/attempt",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs103 === errors){
if(data46.axes !== undefined){
let data47 = data46.axes;
const _errs104 = errors;
if(errors === _errs104){
if(Array.isArray(data47)){
var valid26 = true;
const len14 = data47.length;
for(let i14=0; i14<len14; i14++){
let data48 = data47[i14];
const _errs106 = errors;
if(!((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48)))){
validate10.errors = [{instancePath:instancePath+"/tables/attempt/axes/" + i14,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid26 = _errs106 === errors;
if(!valid26){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/attempt/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid25 = _errs104 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data46.rows !== undefined){
let data49 = data46.rows;
const _errs108 = errors;
if(!((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49)))){
validate10.errors = [{instancePath:instancePath+"/tables/attempt/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs108){
if(typeof data49 == "number"){
if(data49 < 0 || isNaN(data49)){
validate10.errors = [{instancePath:instancePath+"/tables/attempt/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid25 = _errs108 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data46.bits !== undefined){
const _errs110 = errors;
if(typeof data46.bits !== "string"){
validate10.errors = [{instancePath:instancePath+"/tables/attempt/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid25 = _errs110 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data46.rule !== undefined){
let data51 = data46.rule;
const _errs112 = errors;
if(errors === _errs112){
if(Array.isArray(data51)){
var valid27 = true;
const len15 = data51.length;
for(let i15=0; i15<len15; i15++){
let data52 = data51[i15];
const _errs114 = errors;
if(!((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52)))){
validate10.errors = [{instancePath:instancePath+"/tables/attempt/rule/" + i15,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid27 = _errs114 === errors;
if(!valid27){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/attempt/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid25 = _errs112 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data46.action !== undefined){
let data53 = data46.action;
const _errs116 = errors;
if(errors === _errs116){
if(Array.isArray(data53)){
var valid28 = true;
const len16 = data53.length;
for(let i16=0; i16<len16; i16++){
let data54 = data53[i16];
const _errs118 = errors;
if(!((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54)))){
validate10.errors = [{instancePath:instancePath+"/tables/attempt/action/" + i16,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid28 = _errs118 === errors;
if(!valid28){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/attempt/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid25 = _errs116 === errors;
}
else {
var valid25 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/attempt",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs100 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.budget !== undefined){
let data55 = data9.budget;
const _errs120 = errors;
const _errs121 = errors;
if(errors === _errs121){
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
let missing7;
if((((((data55.axes === undefined) && (missing7 = "axes")) || ((data55.rows === undefined) && (missing7 = "rows"))) || ((data55.bits === undefined) && (missing7 = "bits"))) || ((data55.rule === undefined) && (missing7 = "rule"))) || ((data55.action === undefined) && (missing7 = "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/budget",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs123 = errors;
for(const key7 in data55){
if(!(((((key7 === "axes") || (key7 === "rows")) || (key7 === "bits")) || (key7 === "rule")) || (key7 === "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/budget",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs123 === errors){
if(data55.axes !== undefined){
let data56 = data55.axes;
const _errs124 = errors;
if(errors === _errs124){
if(Array.isArray(data56)){
var valid31 = true;
const len17 = data56.length;
for(let i17=0; i17<len17; i17++){
let data57 = data56[i17];
const _errs126 = errors;
if(!((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57)))){
validate10.errors = [{instancePath:instancePath+"/tables/budget/axes/" + i17,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid31 = _errs126 === errors;
if(!valid31){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/budget/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid30 = _errs124 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data55.rows !== undefined){
let data58 = data55.rows;
const _errs128 = errors;
if(!((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58)))){
validate10.errors = [{instancePath:instancePath+"/tables/budget/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs128){
if(typeof data58 == "number"){
if(data58 < 0 || isNaN(data58)){
validate10.errors = [{instancePath:instancePath+"/tables/budget/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid30 = _errs128 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data55.bits !== undefined){
const _errs130 = errors;
if(typeof data55.bits !== "string"){
validate10.errors = [{instancePath:instancePath+"/tables/budget/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid30 = _errs130 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data55.rule !== undefined){
let data60 = data55.rule;
const _errs132 = errors;
if(errors === _errs132){
if(Array.isArray(data60)){
var valid32 = true;
const len18 = data60.length;
for(let i18=0; i18<len18; i18++){
let data61 = data60[i18];
const _errs134 = errors;
if(!((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61)))){
validate10.errors = [{instancePath:instancePath+"/tables/budget/rule/" + i18,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid32 = _errs134 === errors;
if(!valid32){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/budget/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid30 = _errs132 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data55.action !== undefined){
let data62 = data55.action;
const _errs136 = errors;
if(errors === _errs136){
if(Array.isArray(data62)){
var valid33 = true;
const len19 = data62.length;
for(let i19=0; i19<len19; i19++){
let data63 = data62[i19];
const _errs138 = errors;
if(!((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63)))){
validate10.errors = [{instancePath:instancePath+"/tables/budget/action/" + i19,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid33 = _errs138 === errors;
if(!valid33){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/budget/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid30 = _errs136 === errors;
}
else {
var valid30 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/budget",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs120 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.limit !== undefined){
let data64 = data9.limit;
const _errs140 = errors;
const _errs141 = errors;
if(errors === _errs141){
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
let missing8;
if((((((data64.axes === undefined) && (missing8 = "axes")) || ((data64.rows === undefined) && (missing8 = "rows"))) || ((data64.bits === undefined) && (missing8 = "bits"))) || ((data64.rule === undefined) && (missing8 = "rule"))) || ((data64.action === undefined) && (missing8 = "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/limit",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"}];
return false;
}
else {
const _errs143 = errors;
for(const key8 in data64){
if(!(((((key8 === "axes") || (key8 === "rows")) || (key8 === "bits")) || (key8 === "rule")) || (key8 === "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/limit",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs143 === errors){
if(data64.axes !== undefined){
let data65 = data64.axes;
const _errs144 = errors;
if(errors === _errs144){
if(Array.isArray(data65)){
var valid36 = true;
const len20 = data65.length;
for(let i20=0; i20<len20; i20++){
let data66 = data65[i20];
const _errs146 = errors;
if(!((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66)))){
validate10.errors = [{instancePath:instancePath+"/tables/limit/axes/" + i20,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid36 = _errs146 === errors;
if(!valid36){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/limit/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid35 = _errs144 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data64.rows !== undefined){
let data67 = data64.rows;
const _errs148 = errors;
if(!((typeof data67 == "number") && (!(data67 % 1) && !isNaN(data67)))){
validate10.errors = [{instancePath:instancePath+"/tables/limit/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs148){
if(typeof data67 == "number"){
if(data67 < 0 || isNaN(data67)){
validate10.errors = [{instancePath:instancePath+"/tables/limit/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid35 = _errs148 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data64.bits !== undefined){
const _errs150 = errors;
if(typeof data64.bits !== "string"){
validate10.errors = [{instancePath:instancePath+"/tables/limit/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid35 = _errs150 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data64.rule !== undefined){
let data69 = data64.rule;
const _errs152 = errors;
if(errors === _errs152){
if(Array.isArray(data69)){
var valid37 = true;
const len21 = data69.length;
for(let i21=0; i21<len21; i21++){
let data70 = data69[i21];
const _errs154 = errors;
if(!((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70)))){
validate10.errors = [{instancePath:instancePath+"/tables/limit/rule/" + i21,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid37 = _errs154 === errors;
if(!valid37){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/limit/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid35 = _errs152 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data64.action !== undefined){
let data71 = data64.action;
const _errs156 = errors;
if(errors === _errs156){
if(Array.isArray(data71)){
var valid38 = true;
const len22 = data71.length;
for(let i22=0; i22<len22; i22++){
let data72 = data71[i22];
const _errs158 = errors;
if(!((typeof data72 == "number") && (!(data72 % 1) && !isNaN(data72)))){
validate10.errors = [{instancePath:instancePath+"/tables/limit/action/" + i22,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid38 = _errs158 === errors;
if(!valid38){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/limit/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid35 = _errs156 === errors;
}
else {
var valid35 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/limit",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs140 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.shape !== undefined){
let data73 = data9.shape;
const _errs160 = errors;
const _errs161 = errors;
if(errors === _errs161){
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
let missing9;
if((((((data73.axes === undefined) && (missing9 = "axes")) || ((data73.rows === undefined) && (missing9 = "rows"))) || ((data73.bits === undefined) && (missing9 = "bits"))) || ((data73.rule === undefined) && (missing9 = "rule"))) || ((data73.action === undefined) && (missing9 = "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/shape",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"}];
return false;
}
else {
const _errs163 = errors;
for(const key9 in data73){
if(!(((((key9 === "axes") || (key9 === "rows")) || (key9 === "bits")) || (key9 === "rule")) || (key9 === "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/shape",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs163 === errors){
if(data73.axes !== undefined){
let data74 = data73.axes;
const _errs164 = errors;
if(errors === _errs164){
if(Array.isArray(data74)){
var valid41 = true;
const len23 = data74.length;
for(let i23=0; i23<len23; i23++){
let data75 = data74[i23];
const _errs166 = errors;
if(!((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75)))){
validate10.errors = [{instancePath:instancePath+"/tables/shape/axes/" + i23,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid41 = _errs166 === errors;
if(!valid41){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/shape/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid40 = _errs164 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data73.rows !== undefined){
let data76 = data73.rows;
const _errs168 = errors;
if(!((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76)))){
validate10.errors = [{instancePath:instancePath+"/tables/shape/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs168){
if(typeof data76 == "number"){
if(data76 < 0 || isNaN(data76)){
validate10.errors = [{instancePath:instancePath+"/tables/shape/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid40 = _errs168 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data73.bits !== undefined){
const _errs170 = errors;
if(typeof data73.bits !== "string"){
validate10.errors = [{instancePath:instancePath+"/tables/shape/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid40 = _errs170 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data73.rule !== undefined){
let data78 = data73.rule;
const _errs172 = errors;
if(errors === _errs172){
if(Array.isArray(data78)){
var valid42 = true;
const len24 = data78.length;
for(let i24=0; i24<len24; i24++){
let data79 = data78[i24];
const _errs174 = errors;
if(!((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79)))){
validate10.errors = [{instancePath:instancePath+"/tables/shape/rule/" + i24,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid42 = _errs174 === errors;
if(!valid42){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/shape/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid40 = _errs172 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data73.action !== undefined){
let data80 = data73.action;
const _errs176 = errors;
if(errors === _errs176){
if(Array.isArray(data80)){
var valid43 = true;
const len25 = data80.length;
for(let i25=0; i25<len25; i25++){
let data81 = data80[i25];
const _errs178 = errors;
if(!((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81)))){
validate10.errors = [{instancePath:instancePath+"/tables/shape/action/" + i25,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid43 = _errs178 === errors;
if(!valid43){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/shape/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid40 = _errs176 === errors;
}
else {
var valid40 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/shape",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs160 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.log !== undefined){
let data82 = data9.log;
const _errs180 = errors;
const _errs181 = errors;
if(errors === _errs181){
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
let missing10;
if((((((data82.axes === undefined) && (missing10 = "axes")) || ((data82.rows === undefined) && (missing10 = "rows"))) || ((data82.bits === undefined) && (missing10 = "bits"))) || ((data82.rule === undefined) && (missing10 = "rule"))) || ((data82.action === undefined) && (missing10 = "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/log",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"}];
return false;
}
else {
const _errs183 = errors;
for(const key10 in data82){
if(!(((((key10 === "axes") || (key10 === "rows")) || (key10 === "bits")) || (key10 === "rule")) || (key10 === "action"))){
validate10.errors = [{instancePath:instancePath+"/tables/log",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs183 === errors){
if(data82.axes !== undefined){
let data83 = data82.axes;
const _errs184 = errors;
if(errors === _errs184){
if(Array.isArray(data83)){
var valid46 = true;
const len26 = data83.length;
for(let i26=0; i26<len26; i26++){
let data84 = data83[i26];
const _errs186 = errors;
if(!((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84)))){
validate10.errors = [{instancePath:instancePath+"/tables/log/axes/" + i26,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid46 = _errs186 === errors;
if(!valid46){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/log/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid45 = _errs184 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data82.rows !== undefined){
let data85 = data82.rows;
const _errs188 = errors;
if(!((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85)))){
validate10.errors = [{instancePath:instancePath+"/tables/log/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs188){
if(typeof data85 == "number"){
if(data85 < 0 || isNaN(data85)){
validate10.errors = [{instancePath:instancePath+"/tables/log/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid45 = _errs188 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data82.bits !== undefined){
const _errs190 = errors;
if(typeof data82.bits !== "string"){
validate10.errors = [{instancePath:instancePath+"/tables/log/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid45 = _errs190 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data82.rule !== undefined){
let data87 = data82.rule;
const _errs192 = errors;
if(errors === _errs192){
if(Array.isArray(data87)){
var valid47 = true;
const len27 = data87.length;
for(let i27=0; i27<len27; i27++){
let data88 = data87[i27];
const _errs194 = errors;
if(!((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88)))){
validate10.errors = [{instancePath:instancePath+"/tables/log/rule/" + i27,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid47 = _errs194 === errors;
if(!valid47){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/log/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid45 = _errs192 === errors;
}
else {
var valid45 = true;
}
if(valid45){
if(data82.action !== undefined){
let data89 = data82.action;
const _errs196 = errors;
if(errors === _errs196){
if(Array.isArray(data89)){
var valid48 = true;
const len28 = data89.length;
for(let i28=0; i28<len28; i28++){
let data90 = data89[i28];
const _errs198 = errors;
if(!((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90)))){
validate10.errors = [{instancePath:instancePath+"/tables/log/action/" + i28,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid48 = _errs198 === errors;
if(!valid48){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/log/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid45 = _errs196 === errors;
}
else {
var valid45 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables/log",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs180 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.affinity !== undefined){
const _errs200 = errors;
if("session" !== data.affinity){
validate10.errors = [{instancePath:instancePath+"/affinity",schemaPath:"#/properties/affinity/const",keyword:"const",params:{allowedValue: "session"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs200 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rules !== undefined){
let data92 = data.rules;
const _errs201 = errors;
if(errors === _errs201){
if(Array.isArray(data92)){
var valid49 = true;
const len29 = data92.length;
for(let i29=0; i29<len29; i29++){
let data93 = data92[i29];
const _errs203 = errors;
const _errs204 = errors;
if(errors === _errs204){
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
let missing11;
if(((((data93.name === undefined) && (missing11 = "name")) || ((data93.table === undefined) && (missing11 = "table"))) || ((data93.file === undefined) && (missing11 = "file"))) || ((data93.line === undefined) && (missing11 = "line"))){
validate10.errors = [{instancePath:instancePath+"/rules/" + i29,schemaPath:"#/definitions/Rule/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"}];
return false;
}
else {
const _errs206 = errors;
for(const key11 in data93){
if(!(((((key11 === "name") || (key11 === "was")) || (key11 === "table")) || (key11 === "file")) || (key11 === "line"))){
validate10.errors = [{instancePath:instancePath+"/rules/" + i29,schemaPath:"#/definitions/Rule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs206 === errors){
if(data93.name !== undefined){
const _errs207 = errors;
if(typeof data93.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/rules/" + i29+"/name",schemaPath:"#/definitions/Rule/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid51 = _errs207 === errors;
}
else {
var valid51 = true;
}
if(valid51){
if(data93.was !== undefined){
const _errs209 = errors;
if(typeof data93.was !== "string"){
validate10.errors = [{instancePath:instancePath+"/rules/" + i29+"/was",schemaPath:"#/definitions/Rule/properties/was/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid51 = _errs209 === errors;
}
else {
var valid51 = true;
}
if(valid51){
if(data93.table !== undefined){
let data96 = data93.table;
const _errs211 = errors;
if(!(((((((((data96 === "guard") || (data96 === "budget")) || (data96 === "limit")) || (data96 === "route")) || (data96 === "embeddings")) || (data96 === "cache")) || (data96 === "attempt")) || (data96 === "shape")) || (data96 === "log"))){
validate10.errors = [{instancePath:instancePath+"/rules/" + i29+"/table",schemaPath:"#/definitions/Rule/properties/table/enum",keyword:"enum",params:{allowedValues: schema26.properties.table.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid51 = _errs211 === errors;
}
else {
var valid51 = true;
}
if(valid51){
if(data93.file !== undefined){
const _errs212 = errors;
if(typeof data93.file !== "string"){
validate10.errors = [{instancePath:instancePath+"/rules/" + i29+"/file",schemaPath:"#/definitions/Rule/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid51 = _errs212 === errors;
}
else {
var valid51 = true;
}
if(valid51){
if(data93.line !== undefined){
let data98 = data93.line;
const _errs214 = errors;
if(!((typeof data98 == "number") && (!(data98 % 1) && !isNaN(data98)))){
validate10.errors = [{instancePath:instancePath+"/rules/" + i29+"/line",schemaPath:"#/definitions/Rule/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs214){
if(typeof data98 == "number"){
if(data98 < 1 || isNaN(data98)){
validate10.errors = [{instancePath:instancePath+"/rules/" + i29+"/line",schemaPath:"#/definitions/Rule/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid51 = _errs214 === errors;
}
else {
var valid51 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/rules/" + i29,schemaPath:"#/definitions/Rule/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid49 = _errs203 === errors;
if(!valid49){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs201 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.actions !== undefined){
let data99 = data.actions;
const _errs216 = errors;
if(errors === _errs216){
if(Array.isArray(data99)){
var valid52 = true;
const len30 = data99.length;
for(let i30=0; i30<len30; i30++){
const _errs218 = errors;
if(!(validate13(data99[i30], {instancePath:instancePath+"/actions/" + i30,parentData:data99,parentDataProperty:i30,rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
var valid52 = _errs218 === errors;
if(!valid52){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs216 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.models !== undefined){
let data101 = data.models;
const _errs219 = errors;
if(errors === _errs219){
if(Array.isArray(data101)){
var valid53 = true;
const len31 = data101.length;
for(let i31=0; i31<len31; i31++){
let data102 = data101[i31];
const _errs221 = errors;
if(!(data102 && typeof data102 == "object" && !Array.isArray(data102))){
validate10.errors = [{instancePath:instancePath+"/models/" + i31,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid53 = _errs221 === errors;
if(!valid53){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs219 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.selfTest !== undefined){
let data103 = data.selfTest;
const _errs223 = errors;
if(errors === _errs223){
if(Array.isArray(data103)){
var valid54 = true;
const len32 = data103.length;
for(let i32=0; i32<len32; i32++){
const _errs225 = errors;
if(!(validate25(data103[i32], {instancePath:instancePath+"/selfTest/" + i32,parentData:data103,parentDataProperty:i32,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
var valid54 = _errs225 === errors;
if(!valid54){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/selfTest",schemaPath:"#/properties/selfTest/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs223 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.checksum !== undefined){
let data105 = data.checksum;
const _errs226 = errors;
if(errors === _errs226){
if(typeof data105 === "string"){
if(!pattern1.test(data105)){
validate10.errors = [{instancePath:instancePath+"/checksum",schemaPath:"#/properties/checksum/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{16}$"},message:"must match pattern \""+"^[0-9a-f]{16}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/checksum",schemaPath:"#/properties/checksum/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs226 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
