/* Generated from schemas/decision-table.schema.json by `npm run generate`. */

"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://gwc.dev/schemas/decision-table.schema.json","title":"DecisionTable","description":"What the compiler emits and the runtime loads: plain data, no code, no secrets, no paths of the building machine. The SHA-256 of its bytes is the policy version.","type":"object","additionalProperties":false,"required":["format","version","compiler","requires","zone","catalogueDate","axes","tables","rules","actions","models","selfTest"],"properties":{"format":{"const":"gwc.decision-table"},"version":{"const":1,"description":"An unknown version is refused."},"compiler":{"type":"string","description":"Version of gwc that built it."},"requires":{"description":"Features a runtime must have to obey this table; one it does not know refuses the table by name.","type":"array","items":{"type":"string"}},"zone":{"type":"string","description":"IANA zone of hour and weekday."},"catalogueDate":{"type":"string","description":"Date of the pinned prices, YYYY-MM-DD."},"axes":{"type":"array","items":{"$ref":"#/definitions/Axis"},"description":"In the order of lookup, cheapest first."},"tables":{"type":"object","additionalProperties":false,"required":["guard","route","cache","attempt"],"properties":{"guard":{"$ref":"#/definitions/Table"},"route":{"$ref":"#/definitions/Table"},"cache":{"$ref":"#/definitions/Table"},"attempt":{"$ref":"#/definitions/Table"}}},"rules":{"type":"array","items":{"$ref":"#/definitions/Rule"},"description":"Provenance, in source order."},"actions":{"type":"array","items":{"$ref":"#/definitions/Action"},"description":"Interned: equal actions appear once."},"models":{"type":"array","items":{"type":"object"},"description":"The pinned catalogue rows of every model the policy can reach (catalogue.schema.json#/definitions/Model)."},"selfTest":{"type":"array","items":{"$ref":"#/definitions/SelfTest"},"description":"A witness request and its expected decision for every reachable rule; replayed before the table is swapped in."}},"definitions":{"Axis":{"description":"One fact (or one `contains` literal of a fact) and the finite classes that its values fall into.","type":"object","additionalProperties":false,"required":["fact","type","source","cost","origin","count","classes"],"properties":{"fact":{"type":"string"},"type":{"$ref":"#/definitions/FactType"},"source":{"enum":["identity","request","content","state","deployment"]},"cost":{"enum":["free","parsed","scanned"]},"origin":{"$ref":"#/definitions/FactOrigin"},"default":{"$ref":"#/definitions/FactValue","description":"Stands in where the request lacks the fact."},"count":{"type":"integer","minimum":1,"description":"How many classes, `missing` included."},"missing":{"type":"integer","minimum":0,"description":"The class of a request that lacks the fact. Absent: the default's class."},"classes":{"$ref":"#/definitions/Classes"}}},"Classes":{"oneOf":[{"title":"FlagClasses","description":"false is class 0, true is class 1.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"flag"}}},{"title":"CutClasses","description":"Numbers: the class is the count of cuts passed. A value passes cut i when it is > at[i], or equal to it and after[i] is false.","type":"object","additionalProperties":false,"required":["kind","at","after"],"properties":{"kind":{"const":"cuts"},"at":{"type":"array","items":{"type":"number"}},"after":{"type":"array","items":{"type":"boolean"}}}},{"title":"ValueClasses","description":"Enumerations, models and strings tested by equality: a dictionary, and the class of everything else.","type":"object","additionalProperties":false,"required":["kind","values","other"],"properties":{"kind":{"const":"values"},"values":{"type":"array","description":"[value, class] pairs.","items":{"type":"array","minItems":2,"maxItems":2,"items":[{"type":"string"},{"type":"integer"}]}},"other":{"type":"integer"}}},{"title":"GlobClasses","description":"Strings tested by globs: the product automaton of core/string-classes.","type":"object","additionalProperties":false,"required":["kind","dfa"],"properties":{"kind":{"const":"globs"},"dfa":{"type":"object"}}},{"title":"ContainsClasses","description":"One literal searched in a text (ASCII case-insensitive) or looked for in a set of strings (exact): class 1 when found.","type":"object","additionalProperties":false,"required":["kind","literal"],"properties":{"kind":{"const":"contains"},"literal":{"type":"string"}}}]},"Table":{"description":"Bit rows: bits[axis][class][word], little-endian 32-bit words, row r is bit r%32 of word r/32. A row survives when every axis has its bit set for the request's class.","type":"object","additionalProperties":false,"required":["axes","rows","bits","rule","action"],"properties":{"axes":{"type":"array","items":{"type":"integer"},"description":"Indices into `axes`, ascending."},"rows":{"type":"integer","minimum":0,"description":"How many rows: one per cube."},"bits":{"type":"string","description":"Base64 of the words."},"rule":{"type":"array","items":{"type":"integer"},"description":"Per row: index into `rules`; -1 for what gwc itself supplies."},"action":{"type":"array","items":{"type":"integer"},"description":"Per row: index into `actions`."}}},"Rule":{"type":"object","additionalProperties":false,"required":["name","table","file","line"],"properties":{"name":{"type":"string","description":"Stable identity: `quick`, `payments.quick`, `guard:2`, `route:default`."},"table":{"enum":["guard","route","cache","attempt"]},"file":{"type":"string","description":"Relative to the root policy's folder."},"line":{"type":"integer","minimum":1}}},"Action":{"oneOf":[{"$ref":"#/definitions/DenyAction"},{"$ref":"#/definitions/NeverUseAction"},{"$ref":"#/definitions/ChainAction"},{"$ref":"#/definitions/CacheAction"},{"$ref":"#/definitions/AttemptAction"}]},"DenyAction":{"type":"object","additionalProperties":false,"required":["kind","message","status"],"properties":{"kind":{"const":"deny"},"message":{"type":"string"},"status":{"type":"integer","minimum":400,"maximum":599}}},"NeverUseAction":{"type":"object","additionalProperties":false,"required":["kind","models"],"properties":{"kind":{"const":"never-use"},"models":{"type":"array","items":{"type":"string"}}}},"ChainAction":{"type":"object","additionalProperties":false,"required":["kind","stages"],"properties":{"kind":{"const":"chain"},"stages":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Stage"}}}},"Stage":{"type":"object","additionalProperties":false,"required":["pick","models","on","shown"],"properties":{"pick":{"enum":["model","cheapest","fastest","asked","deny"]},"models":{"type":"array","items":{"type":"string"},"description":"`model`: one; `cheapest`, `fastest`: the members, in file order; else empty."},"on":{"type":"array","items":{"$ref":"#/definitions/FailureClass"},"description":"Failures of an earlier stage that this one takes; empty on the first stage."},"message":{"type":"string","description":"Of `deny`."},"status":{"type":"integer","description":"Of `deny`."},"shown":{"type":"string","description":"The stage as a policy spells it, normalised."}}},"FailureClass":{"enum":["429","overloaded","5xx","timeout","unavailable","context","refused","budget"]},"CacheAction":{"type":"object","additionalProperties":false,"required":["kind","mode","ttlMs","within"],"properties":{"kind":{"const":"cache"},"mode":{"enum":["off","exact"]},"ttlMs":{"type":"integer","minimum":0},"within":{"enum":["key","developer","project","team","org"]}}},"AttemptAction":{"type":"object","additionalProperties":false,"required":["kind","connectMs","firstTokenMs","idleMs","totalMs","retries","backoffMinMs","backoffMaxMs","ambiguous"],"properties":{"kind":{"const":"attempt"},"connectMs":{"type":"integer","minimum":1},"firstTokenMs":{"type":"integer","minimum":1},"idleMs":{"type":"integer","minimum":1},"totalMs":{"type":"integer","minimum":1},"retries":{"type":"integer","minimum":0,"maximum":10},"backoffMinMs":{"type":"integer","minimum":0},"backoffMaxMs":{"type":"integer","minimum":0},"ambiguous":{"enum":["never","once"]}}},"SelfTest":{"type":"object","additionalProperties":false,"required":["facts","expect"],"properties":{"facts":{"type":"object","description":"Typed fact values by name; a fact that is not named is missing.","additionalProperties":{"$ref":"#/definitions/FactValue"}},"expect":{"description":"Rule indices: every guard row that matched, and the deciding one of each other table (-1: gwc's own).","type":"object","additionalProperties":false,"required":["guard","route","cache","attempt"],"properties":{"guard":{"type":"array","items":{"type":"integer"}},"route":{"type":"integer"},"cache":{"type":"integer"},"attempt":{"type":"integer"}}}}},"FactValue":{"oneOf":[{"type":"boolean"},{"type":"number"},{"type":"string"},{"type":"array","items":{"type":"string"}}]},"FactType":{"oneOf":[{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["bool","string","address","strings","text","model"]}}},{"type":"object","additionalProperties":false,"required":["kind","values","open"],"properties":{"kind":{"const":"enum"},"values":{"type":"array","items":{"type":"string"}},"open":{"type":"boolean"}}},{"type":"object","additionalProperties":false,"required":["kind","unit"],"properties":{"kind":{"const":"number"},"unit":{"enum":["integer","decimal","tokens","money","percent","duration","bytes","score","time"]},"min":{"type":"number"},"max":{"type":"number"}}}]},"FactOrigin":{"oneOf":[{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"builtin"}}},{"type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"enum":["header","metadata","key"]},"name":{"type":"string"}}}]}}};
const schema17 = {"description":"Bit rows: bits[axis][class][word], little-endian 32-bit words, row r is bit r%32 of word r/32. A row survives when every axis has its bit set for the request's class.","type":"object","additionalProperties":false,"required":["axes","rows","bits","rule","action"],"properties":{"axes":{"type":"array","items":{"type":"integer"},"description":"Indices into `axes`, ascending."},"rows":{"type":"integer","minimum":0,"description":"How many rows: one per cube."},"bits":{"type":"string","description":"Base64 of the words."},"rule":{"type":"array","items":{"type":"integer"},"description":"Per row: index into `rules`; -1 for what gwc itself supplies."},"action":{"type":"array","items":{"type":"integer"},"description":"Per row: index into `actions`."}}};
const schema21 = {"type":"object","additionalProperties":false,"required":["name","table","file","line"],"properties":{"name":{"type":"string","description":"Stable identity: `quick`, `payments.quick`, `guard:2`, `route:default`."},"table":{"enum":["guard","route","cache","attempt"]},"file":{"type":"string","description":"Relative to the root policy's folder."},"line":{"type":"integer","minimum":1}}};
const func2 = Object.prototype.hasOwnProperty;
const schema12 = {"description":"One fact (or one `contains` literal of a fact) and the finite classes that its values fall into.","type":"object","additionalProperties":false,"required":["fact","type","source","cost","origin","count","classes"],"properties":{"fact":{"type":"string"},"type":{"$ref":"#/definitions/FactType"},"source":{"enum":["identity","request","content","state","deployment"]},"cost":{"enum":["free","parsed","scanned"]},"origin":{"$ref":"#/definitions/FactOrigin"},"default":{"$ref":"#/definitions/FactValue","description":"Stands in where the request lacks the fact."},"count":{"type":"integer","minimum":1,"description":"How many classes, `missing` included."},"missing":{"type":"integer","minimum":0,"description":"The class of a request that lacks the fact. Absent: the default's class."},"classes":{"$ref":"#/definitions/Classes"}}};
const schema13 = {"oneOf":[{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["bool","string","address","strings","text","model"]}}},{"type":"object","additionalProperties":false,"required":["kind","values","open"],"properties":{"kind":{"const":"enum"},"values":{"type":"array","items":{"type":"string"}},"open":{"type":"boolean"}}},{"type":"object","additionalProperties":false,"required":["kind","unit"],"properties":{"kind":{"const":"number"},"unit":{"enum":["integer","decimal","tokens","money","percent","duration","bytes","score","time"]},"min":{"type":"number"},"max":{"type":"number"}}}]};
const schema14 = {"oneOf":[{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"builtin"}}},{"type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"enum":["header","metadata","key"]},"name":{"type":"string"}}}]};
const schema15 = {"oneOf":[{"type":"boolean"},{"type":"number"},{"type":"string"},{"type":"array","items":{"type":"string"}}]};
const schema16 = {"oneOf":[{"title":"FlagClasses","description":"false is class 0, true is class 1.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"flag"}}},{"title":"CutClasses","description":"Numbers: the class is the count of cuts passed. A value passes cut i when it is > at[i], or equal to it and after[i] is false.","type":"object","additionalProperties":false,"required":["kind","at","after"],"properties":{"kind":{"const":"cuts"},"at":{"type":"array","items":{"type":"number"}},"after":{"type":"array","items":{"type":"boolean"}}}},{"title":"ValueClasses","description":"Enumerations, models and strings tested by equality: a dictionary, and the class of everything else.","type":"object","additionalProperties":false,"required":["kind","values","other"],"properties":{"kind":{"const":"values"},"values":{"type":"array","description":"[value, class] pairs.","items":{"type":"array","minItems":2,"maxItems":2,"items":[{"type":"string"},{"type":"integer"}]}},"other":{"type":"integer"}}},{"title":"GlobClasses","description":"Strings tested by globs: the product automaton of core/string-classes.","type":"object","additionalProperties":false,"required":["kind","dfa"],"properties":{"kind":{"const":"globs"},"dfa":{"type":"object"}}},{"title":"ContainsClasses","description":"One literal searched in a text (ASCII case-insensitive) or looked for in a set of strings (exact): class 1 when found.","type":"object","additionalProperties":false,"required":["kind","literal"],"properties":{"kind":{"const":"contains"},"literal":{"type":"string"}}}]};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fact === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "fact"},message:"must have required property '"+"fact"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.source === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.cost === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cost"},message:"must have required property '"+"cost"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.origin === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "origin"},message:"must have required property '"+"origin"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.count === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "count"},message:"must have required property '"+"count"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.classes === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "classes"},message:"must have required property '"+"classes"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.fact !== undefined){
if(typeof data.fact !== "string"){
const err8 = {instancePath:instancePath+"/fact",schemaPath:"#/properties/fact/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
const _errs6 = errors;
let valid2 = false;
let passing0 = null;
const _errs7 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.kind === undefined){
const err9 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/0/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data1){
if(!(key1 === "kind")){
const err10 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.kind !== undefined){
let data2 = data1.kind;
if(!((((((data2 === "bool") || (data2 === "string")) || (data2 === "address")) || (data2 === "strings")) || (data2 === "text")) || (data2 === "model"))){
const err11 = {instancePath:instancePath+"/type/kind",schemaPath:"#/definitions/FactType/oneOf/0/properties/kind/enum",keyword:"enum",params:{allowedValues: schema13.oneOf[0].properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs7 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs11 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.kind === undefined){
const err13 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/1/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data1.values === undefined){
const err14 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/1/required",keyword:"required",params:{missingProperty: "values"},message:"must have required property '"+"values"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data1.open === undefined){
const err15 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/1/required",keyword:"required",params:{missingProperty: "open"},message:"must have required property '"+"open"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key2 in data1){
if(!(((key2 === "kind") || (key2 === "values")) || (key2 === "open"))){
const err16 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data1.kind !== undefined){
if("enum" !== data1.kind){
const err17 = {instancePath:instancePath+"/type/kind",schemaPath:"#/definitions/FactType/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "enum"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data1.values !== undefined){
let data4 = data1.values;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
const err18 = {instancePath:instancePath+"/type/values/" + i0,schemaPath:"#/definitions/FactType/oneOf/1/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err19 = {instancePath:instancePath+"/type/values",schemaPath:"#/definitions/FactType/oneOf/1/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data1.open !== undefined){
if(typeof data1.open !== "boolean"){
const err20 = {instancePath:instancePath+"/type/open",schemaPath:"#/definitions/FactType/oneOf/1/properties/open/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
else {
const err21 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
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
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.kind === undefined){
const err22 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/2/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data1.unit === undefined){
const err23 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/2/required",keyword:"required",params:{missingProperty: "unit"},message:"must have required property '"+"unit"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key3 in data1){
if(!((((key3 === "kind") || (key3 === "unit")) || (key3 === "min")) || (key3 === "max"))){
const err24 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data1.kind !== undefined){
if("number" !== data1.kind){
const err25 = {instancePath:instancePath+"/type/kind",schemaPath:"#/definitions/FactType/oneOf/2/properties/kind/const",keyword:"const",params:{allowedValue: "number"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data1.unit !== undefined){
let data8 = data1.unit;
if(!(((((((((data8 === "integer") || (data8 === "decimal")) || (data8 === "tokens")) || (data8 === "money")) || (data8 === "percent")) || (data8 === "duration")) || (data8 === "bytes")) || (data8 === "score")) || (data8 === "time"))){
const err26 = {instancePath:instancePath+"/type/unit",schemaPath:"#/definitions/FactType/oneOf/2/properties/unit/enum",keyword:"enum",params:{allowedValues: schema13.oneOf[2].properties.unit.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data1.min !== undefined){
if(!(typeof data1.min == "number")){
const err27 = {instancePath:instancePath+"/type/min",schemaPath:"#/definitions/FactType/oneOf/2/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data1.max !== undefined){
if(!(typeof data1.max == "number")){
const err28 = {instancePath:instancePath+"/type/max",schemaPath:"#/definitions/FactType/oneOf/2/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
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
const err30 = {instancePath:instancePath+"/type",schemaPath:"#/definitions/FactType/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
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
}
if(data.source !== undefined){
let data11 = data.source;
if(!(((((data11 === "identity") || (data11 === "request")) || (data11 === "content")) || (data11 === "state")) || (data11 === "deployment"))){
const err31 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/enum",keyword:"enum",params:{allowedValues: schema12.properties.source.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.cost !== undefined){
let data12 = data.cost;
if(!(((data12 === "free") || (data12 === "parsed")) || (data12 === "scanned"))){
const err32 = {instancePath:instancePath+"/cost",schemaPath:"#/properties/cost/enum",keyword:"enum",params:{allowedValues: schema12.properties.cost.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.origin !== undefined){
let data13 = data.origin;
const _errs34 = errors;
let valid9 = false;
let passing1 = null;
const _errs35 = errors;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.kind === undefined){
const err33 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/0/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key4 in data13){
if(!(key4 === "kind")){
const err34 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data13.kind !== undefined){
if("builtin" !== data13.kind){
const err35 = {instancePath:instancePath+"/origin/kind",schemaPath:"#/definitions/FactOrigin/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "builtin"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
var _valid1 = _errs35 === errors;
if(_valid1){
valid9 = true;
passing1 = 0;
}
const _errs39 = errors;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.kind === undefined){
const err37 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/1/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data13.name === undefined){
const err38 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/1/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key5 in data13){
if(!((key5 === "kind") || (key5 === "name"))){
const err39 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data13.kind !== undefined){
let data15 = data13.kind;
if(!(((data15 === "header") || (data15 === "metadata")) || (data15 === "key"))){
const err40 = {instancePath:instancePath+"/origin/kind",schemaPath:"#/definitions/FactOrigin/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema14.oneOf[1].properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data13.name !== undefined){
if(typeof data13.name !== "string"){
const err41 = {instancePath:instancePath+"/origin/name",schemaPath:"#/definitions/FactOrigin/oneOf/1/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err42 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var _valid1 = _errs39 === errors;
if(_valid1 && valid9){
valid9 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid9 = true;
passing1 = 1;
}
}
if(!valid9){
const err43 = {instancePath:instancePath+"/origin",schemaPath:"#/definitions/FactOrigin/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
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
}
if(data.default !== undefined){
let data17 = data.default;
const _errs47 = errors;
let valid13 = false;
let passing2 = null;
const _errs48 = errors;
if(typeof data17 !== "boolean"){
const err44 = {instancePath:instancePath+"/default",schemaPath:"#/definitions/FactValue/oneOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
var _valid2 = _errs48 === errors;
if(_valid2){
valid13 = true;
passing2 = 0;
}
const _errs50 = errors;
if(!(typeof data17 == "number")){
const err45 = {instancePath:instancePath+"/default",schemaPath:"#/definitions/FactValue/oneOf/1/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
var _valid2 = _errs50 === errors;
if(_valid2 && valid13){
valid13 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid13 = true;
passing2 = 1;
}
const _errs52 = errors;
if(typeof data17 !== "string"){
const err46 = {instancePath:instancePath+"/default",schemaPath:"#/definitions/FactValue/oneOf/2/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var _valid2 = _errs52 === errors;
if(_valid2 && valid13){
valid13 = false;
passing2 = [passing2, 2];
}
else {
if(_valid2){
valid13 = true;
passing2 = 2;
}
const _errs54 = errors;
if(Array.isArray(data17)){
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
if(typeof data17[i1] !== "string"){
const err47 = {instancePath:instancePath+"/default/" + i1,schemaPath:"#/definitions/FactValue/oneOf/3/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/default",schemaPath:"#/definitions/FactValue/oneOf/3/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var _valid2 = _errs54 === errors;
if(_valid2 && valid13){
valid13 = false;
passing2 = [passing2, 3];
}
else {
if(_valid2){
valid13 = true;
passing2 = 3;
}
}
}
}
if(!valid13){
const err49 = {instancePath:instancePath+"/default",schemaPath:"#/definitions/FactValue/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
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
}
if(data.count !== undefined){
let data19 = data.count;
if(!((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19)))){
const err50 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(typeof data19 == "number"){
if(data19 < 1 || isNaN(data19)){
const err51 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data.missing !== undefined){
let data20 = data.missing;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
const err52 = {instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
const err53 = {instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data.classes !== undefined){
let data21 = data.classes;
const _errs64 = errors;
let valid17 = false;
let passing3 = null;
const _errs65 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.kind === undefined){
const err54 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/0/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key6 in data21){
if(!(key6 === "kind")){
const err55 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data21.kind !== undefined){
if("flag" !== data21.kind){
const err56 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "flag"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
var _valid3 = _errs65 === errors;
if(_valid3){
valid17 = true;
passing3 = 0;
}
const _errs69 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.kind === undefined){
const err58 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/1/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data21.at === undefined){
const err59 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/1/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data21.after === undefined){
const err60 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/1/required",keyword:"required",params:{missingProperty: "after"},message:"must have required property '"+"after"+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
for(const key7 in data21){
if(!(((key7 === "kind") || (key7 === "at")) || (key7 === "after"))){
const err61 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data21.kind !== undefined){
if("cuts" !== data21.kind){
const err62 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "cuts"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data21.at !== undefined){
let data24 = data21.at;
if(Array.isArray(data24)){
const len2 = data24.length;
for(let i2=0; i2<len2; i2++){
if(!(typeof data24[i2] == "number")){
const err63 = {instancePath:instancePath+"/classes/at/" + i2,schemaPath:"#/definitions/Classes/oneOf/1/properties/at/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/classes/at",schemaPath:"#/definitions/Classes/oneOf/1/properties/at/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data21.after !== undefined){
let data26 = data21.after;
if(Array.isArray(data26)){
const len3 = data26.length;
for(let i3=0; i3<len3; i3++){
if(typeof data26[i3] !== "boolean"){
const err65 = {instancePath:instancePath+"/classes/after/" + i3,schemaPath:"#/definitions/Classes/oneOf/1/properties/after/items/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/classes/after",schemaPath:"#/definitions/Classes/oneOf/1/properties/after/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
var _valid3 = _errs69 === errors;
if(_valid3 && valid17){
valid17 = false;
passing3 = [passing3, 1];
}
else {
if(_valid3){
valid17 = true;
passing3 = 1;
}
const _errs81 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.kind === undefined){
const err68 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/2/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data21.values === undefined){
const err69 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/2/required",keyword:"required",params:{missingProperty: "values"},message:"must have required property '"+"values"+"'"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data21.other === undefined){
const err70 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/2/required",keyword:"required",params:{missingProperty: "other"},message:"must have required property '"+"other"+"'"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
for(const key8 in data21){
if(!(((key8 === "kind") || (key8 === "values")) || (key8 === "other"))){
const err71 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data21.kind !== undefined){
if("values" !== data21.kind){
const err72 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/2/properties/kind/const",keyword:"const",params:{allowedValue: "values"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data21.values !== undefined){
let data29 = data21.values;
if(Array.isArray(data29)){
const len4 = data29.length;
for(let i4=0; i4<len4; i4++){
let data30 = data29[i4];
if(Array.isArray(data30)){
if(data30.length > 2){
const err73 = {instancePath:instancePath+"/classes/values/" + i4,schemaPath:"#/definitions/Classes/oneOf/2/properties/values/items/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data30.length < 2){
const err74 = {instancePath:instancePath+"/classes/values/" + i4,schemaPath:"#/definitions/Classes/oneOf/2/properties/values/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
const len5 = data30.length;
if(len5 > 0){
if(typeof data30[0] !== "string"){
const err75 = {instancePath:instancePath+"/classes/values/" + i4+"/0",schemaPath:"#/definitions/Classes/oneOf/2/properties/values/items/items/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(len5 > 1){
let data32 = data30[1];
if(!((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32)))){
const err76 = {instancePath:instancePath+"/classes/values/" + i4+"/1",schemaPath:"#/definitions/Classes/oneOf/2/properties/values/items/items/1/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/classes/values/" + i4,schemaPath:"#/definitions/Classes/oneOf/2/properties/values/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/classes/values",schemaPath:"#/definitions/Classes/oneOf/2/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data21.other !== undefined){
let data33 = data21.other;
if(!((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33)))){
const err79 = {instancePath:instancePath+"/classes/other",schemaPath:"#/definitions/Classes/oneOf/2/properties/other/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
var _valid3 = _errs81 === errors;
if(_valid3 && valid17){
valid17 = false;
passing3 = [passing3, 2];
}
else {
if(_valid3){
valid17 = true;
passing3 = 2;
}
const _errs95 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.kind === undefined){
const err81 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/3/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data21.dfa === undefined){
const err82 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/3/required",keyword:"required",params:{missingProperty: "dfa"},message:"must have required property '"+"dfa"+"'"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
for(const key9 in data21){
if(!((key9 === "kind") || (key9 === "dfa"))){
const err83 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data21.kind !== undefined){
if("globs" !== data21.kind){
const err84 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/3/properties/kind/const",keyword:"const",params:{allowedValue: "globs"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data21.dfa !== undefined){
let data35 = data21.dfa;
if(!(data35 && typeof data35 == "object" && !Array.isArray(data35))){
const err85 = {instancePath:instancePath+"/classes/dfa",schemaPath:"#/definitions/Classes/oneOf/3/properties/dfa/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
else {
const err86 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
var _valid3 = _errs95 === errors;
if(_valid3 && valid17){
valid17 = false;
passing3 = [passing3, 3];
}
else {
if(_valid3){
valid17 = true;
passing3 = 3;
}
const _errs101 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.kind === undefined){
const err87 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/4/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data21.literal === undefined){
const err88 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/4/required",keyword:"required",params:{missingProperty: "literal"},message:"must have required property '"+"literal"+"'"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
for(const key10 in data21){
if(!((key10 === "kind") || (key10 === "literal"))){
const err89 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data21.kind !== undefined){
if("contains" !== data21.kind){
const err90 = {instancePath:instancePath+"/classes/kind",schemaPath:"#/definitions/Classes/oneOf/4/properties/kind/const",keyword:"const",params:{allowedValue: "contains"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data21.literal !== undefined){
if(typeof data21.literal !== "string"){
const err91 = {instancePath:instancePath+"/classes/literal",schemaPath:"#/definitions/Classes/oneOf/4/properties/literal/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
var _valid3 = _errs101 === errors;
if(_valid3 && valid17){
valid17 = false;
passing3 = [passing3, 4];
}
else {
if(_valid3){
valid17 = true;
passing3 = 4;
}
}
}
}
}
if(!valid17){
const err93 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/Classes/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
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
}
}
else {
const err94 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema22 = {"oneOf":[{"$ref":"#/definitions/DenyAction"},{"$ref":"#/definitions/NeverUseAction"},{"$ref":"#/definitions/ChainAction"},{"$ref":"#/definitions/CacheAction"},{"$ref":"#/definitions/AttemptAction"}]};
const schema23 = {"type":"object","additionalProperties":false,"required":["kind","message","status"],"properties":{"kind":{"const":"deny"},"message":{"type":"string"},"status":{"type":"integer","minimum":400,"maximum":599}}};
const schema24 = {"type":"object","additionalProperties":false,"required":["kind","models"],"properties":{"kind":{"const":"never-use"},"models":{"type":"array","items":{"type":"string"}}}};
const schema28 = {"type":"object","additionalProperties":false,"required":["kind","mode","ttlMs","within"],"properties":{"kind":{"const":"cache"},"mode":{"enum":["off","exact"]},"ttlMs":{"type":"integer","minimum":0},"within":{"enum":["key","developer","project","team","org"]}}};
const schema29 = {"type":"object","additionalProperties":false,"required":["kind","connectMs","firstTokenMs","idleMs","totalMs","retries","backoffMinMs","backoffMaxMs","ambiguous"],"properties":{"kind":{"const":"attempt"},"connectMs":{"type":"integer","minimum":1},"firstTokenMs":{"type":"integer","minimum":1},"idleMs":{"type":"integer","minimum":1},"totalMs":{"type":"integer","minimum":1},"retries":{"type":"integer","minimum":0,"maximum":10},"backoffMinMs":{"type":"integer","minimum":0},"backoffMaxMs":{"type":"integer","minimum":0},"ambiguous":{"enum":["never","once"]}}};
const schema25 = {"type":"object","additionalProperties":false,"required":["kind","stages"],"properties":{"kind":{"const":"chain"},"stages":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Stage"}}}};
const schema26 = {"type":"object","additionalProperties":false,"required":["pick","models","on","shown"],"properties":{"pick":{"enum":["model","cheapest","fastest","asked","deny"]},"models":{"type":"array","items":{"type":"string"},"description":"`model`: one; `cheapest`, `fastest`: the members, in file order; else empty."},"on":{"type":"array","items":{"$ref":"#/definitions/FailureClass"},"description":"Failures of an earlier stage that this one takes; empty on the first stage."},"message":{"type":"string","description":"Of `deny`."},"status":{"type":"integer","description":"Of `deny`."},"shown":{"type":"string","description":"The stage as a policy spells it, normalised."}}};
const schema27 = {"enum":["429","overloaded","5xx","timeout","unavailable","context","refused","budget"]};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.pick === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "pick"},message:"must have required property '"+"pick"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.models === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "models"},message:"must have required property '"+"models"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.on === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "on"},message:"must have required property '"+"on"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.shown === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "shown"},message:"must have required property '"+"shown"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "pick") || (key0 === "models")) || (key0 === "on")) || (key0 === "message")) || (key0 === "status")) || (key0 === "shown"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.pick !== undefined){
let data0 = data.pick;
if(!(((((data0 === "model") || (data0 === "cheapest")) || (data0 === "fastest")) || (data0 === "asked")) || (data0 === "deny"))){
const err5 = {instancePath:instancePath+"/pick",schemaPath:"#/properties/pick/enum",keyword:"enum",params:{allowedValues: schema26.properties.pick.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.models !== undefined){
let data1 = data.models;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
const err6 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err7 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.on !== undefined){
let data3 = data.on;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(!((((((((data4 === "429") || (data4 === "overloaded")) || (data4 === "5xx")) || (data4 === "timeout")) || (data4 === "unavailable")) || (data4 === "context")) || (data4 === "refused")) || (data4 === "budget"))){
const err8 = {instancePath:instancePath+"/on/" + i1,schemaPath:"#/definitions/FailureClass/enum",keyword:"enum",params:{allowedValues: schema27.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/on",schemaPath:"#/properties/on/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
const err10 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.status !== undefined){
let data6 = data.status;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
const err11 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.shown !== undefined){
if(typeof data.shown !== "string"){
const err12 = {instancePath:instancePath+"/shown",schemaPath:"#/properties/shown/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.stages === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stages"},message:"must have required property '"+"stages"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "stages"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("chain" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "chain"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.stages !== undefined){
let data1 = data.stages;
if(Array.isArray(data1)){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/stages",schemaPath:"#/properties/stages/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate15(data1[i0], {instancePath:instancePath+"/stages/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/stages",schemaPath:"#/properties/stages/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/definitions/DenyAction/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.message === undefined){
const err1 = {instancePath,schemaPath:"#/definitions/DenyAction/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.status === undefined){
const err2 = {instancePath,schemaPath:"#/definitions/DenyAction/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "kind") || (key0 === "message")) || (key0 === "status"))){
const err3 = {instancePath,schemaPath:"#/definitions/DenyAction/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("deny" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/DenyAction/properties/kind/const",keyword:"const",params:{allowedValue: "deny"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
const err5 = {instancePath:instancePath+"/message",schemaPath:"#/definitions/DenyAction/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.status !== undefined){
let data2 = data.status;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
const err6 = {instancePath:instancePath+"/status",schemaPath:"#/definitions/DenyAction/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data2 == "number"){
if(data2 > 599 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/status",schemaPath:"#/definitions/DenyAction/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},message:"must be <= 599"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2 < 400 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/status",schemaPath:"#/definitions/DenyAction/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 400},message:"must be >= 400"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/definitions/DenyAction/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err10 = {instancePath,schemaPath:"#/definitions/NeverUseAction/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.models === undefined){
const err11 = {instancePath,schemaPath:"#/definitions/NeverUseAction/required",keyword:"required",params:{missingProperty: "models"},message:"must have required property '"+"models"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data){
if(!((key1 === "kind") || (key1 === "models"))){
const err12 = {instancePath,schemaPath:"#/definitions/NeverUseAction/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.kind !== undefined){
if("never-use" !== data.kind){
const err13 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/NeverUseAction/properties/kind/const",keyword:"const",params:{allowedValue: "never-use"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.models !== undefined){
let data4 = data.models;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
const err14 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/definitions/NeverUseAction/properties/models/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/models",schemaPath:"#/definitions/NeverUseAction/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/definitions/NeverUseAction/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
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
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err17 = {instancePath,schemaPath:"#/definitions/CacheAction/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data.mode === undefined){
const err18 = {instancePath,schemaPath:"#/definitions/CacheAction/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data.ttlMs === undefined){
const err19 = {instancePath,schemaPath:"#/definitions/CacheAction/required",keyword:"required",params:{missingProperty: "ttlMs"},message:"must have required property '"+"ttlMs"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data.within === undefined){
const err20 = {instancePath,schemaPath:"#/definitions/CacheAction/required",keyword:"required",params:{missingProperty: "within"},message:"must have required property '"+"within"+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key2 in data){
if(!((((key2 === "kind") || (key2 === "mode")) || (key2 === "ttlMs")) || (key2 === "within"))){
const err21 = {instancePath,schemaPath:"#/definitions/CacheAction/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.kind !== undefined){
if("cache" !== data.kind){
const err22 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/CacheAction/properties/kind/const",keyword:"const",params:{allowedValue: "cache"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.mode !== undefined){
let data7 = data.mode;
if(!((data7 === "off") || (data7 === "exact"))){
const err23 = {instancePath:instancePath+"/mode",schemaPath:"#/definitions/CacheAction/properties/mode/enum",keyword:"enum",params:{allowedValues: schema28.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.ttlMs !== undefined){
let data8 = data.ttlMs;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
const err24 = {instancePath:instancePath+"/ttlMs",schemaPath:"#/definitions/CacheAction/properties/ttlMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(typeof data8 == "number"){
if(data8 < 0 || isNaN(data8)){
const err25 = {instancePath:instancePath+"/ttlMs",schemaPath:"#/definitions/CacheAction/properties/ttlMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data.within !== undefined){
let data9 = data.within;
if(!(((((data9 === "key") || (data9 === "developer")) || (data9 === "project")) || (data9 === "team")) || (data9 === "org"))){
const err26 = {instancePath:instancePath+"/within",schemaPath:"#/definitions/CacheAction/properties/within/enum",keyword:"enum",params:{allowedValues: schema28.properties.within.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/definitions/CacheAction/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
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
const _errs29 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err28 = {instancePath,schemaPath:"#/definitions/AttemptAction/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data.connectMs === undefined){
const err29 = {instancePath,schemaPath:"#/definitions/AttemptAction/required",keyword:"required",params:{missingProperty: "connectMs"},message:"must have required property '"+"connectMs"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data.firstTokenMs === undefined){
const err30 = {instancePath,schemaPath:"#/definitions/AttemptAction/required",keyword:"required",params:{missingProperty: "firstTokenMs"},message:"must have required property '"+"firstTokenMs"+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data.idleMs === undefined){
const err31 = {instancePath,schemaPath:"#/definitions/AttemptAction/required",keyword:"required",params:{missingProperty: "idleMs"},message:"must have required property '"+"idleMs"+"'"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data.totalMs === undefined){
const err32 = {instancePath,schemaPath:"#/definitions/AttemptAction/required",keyword:"required",params:{missingProperty: "totalMs"},message:"must have required property '"+"totalMs"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data.retries === undefined){
const err33 = {instancePath,schemaPath:"#/definitions/AttemptAction/required",keyword:"required",params:{missingProperty: "retries"},message:"must have required property '"+"retries"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data.backoffMinMs === undefined){
const err34 = {instancePath,schemaPath:"#/definitions/AttemptAction/required",keyword:"required",params:{missingProperty: "backoffMinMs"},message:"must have required property '"+"backoffMinMs"+"'"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data.backoffMaxMs === undefined){
const err35 = {instancePath,schemaPath:"#/definitions/AttemptAction/required",keyword:"required",params:{missingProperty: "backoffMaxMs"},message:"must have required property '"+"backoffMaxMs"+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data.ambiguous === undefined){
const err36 = {instancePath,schemaPath:"#/definitions/AttemptAction/required",keyword:"required",params:{missingProperty: "ambiguous"},message:"must have required property '"+"ambiguous"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key3 in data){
if(!(func2.call(schema29.properties, key3))){
const err37 = {instancePath,schemaPath:"#/definitions/AttemptAction/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.kind !== undefined){
if("attempt" !== data.kind){
const err38 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/AttemptAction/properties/kind/const",keyword:"const",params:{allowedValue: "attempt"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.connectMs !== undefined){
let data11 = data.connectMs;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
const err39 = {instancePath:instancePath+"/connectMs",schemaPath:"#/definitions/AttemptAction/properties/connectMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(typeof data11 == "number"){
if(data11 < 1 || isNaN(data11)){
const err40 = {instancePath:instancePath+"/connectMs",schemaPath:"#/definitions/AttemptAction/properties/connectMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data.firstTokenMs !== undefined){
let data12 = data.firstTokenMs;
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err41 = {instancePath:instancePath+"/firstTokenMs",schemaPath:"#/definitions/AttemptAction/properties/firstTokenMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(typeof data12 == "number"){
if(data12 < 1 || isNaN(data12)){
const err42 = {instancePath:instancePath+"/firstTokenMs",schemaPath:"#/definitions/AttemptAction/properties/firstTokenMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data.idleMs !== undefined){
let data13 = data.idleMs;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
const err43 = {instancePath:instancePath+"/idleMs",schemaPath:"#/definitions/AttemptAction/properties/idleMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(typeof data13 == "number"){
if(data13 < 1 || isNaN(data13)){
const err44 = {instancePath:instancePath+"/idleMs",schemaPath:"#/definitions/AttemptAction/properties/idleMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
if(data.totalMs !== undefined){
let data14 = data.totalMs;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
const err45 = {instancePath:instancePath+"/totalMs",schemaPath:"#/definitions/AttemptAction/properties/totalMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(typeof data14 == "number"){
if(data14 < 1 || isNaN(data14)){
const err46 = {instancePath:instancePath+"/totalMs",schemaPath:"#/definitions/AttemptAction/properties/totalMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data.retries !== undefined){
let data15 = data.retries;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
const err47 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/AttemptAction/properties/retries/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(typeof data15 == "number"){
if(data15 > 10 || isNaN(data15)){
const err48 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/AttemptAction/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err49 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/AttemptAction/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data.backoffMinMs !== undefined){
let data16 = data.backoffMinMs;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
const err50 = {instancePath:instancePath+"/backoffMinMs",schemaPath:"#/definitions/AttemptAction/properties/backoffMinMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(typeof data16 == "number"){
if(data16 < 0 || isNaN(data16)){
const err51 = {instancePath:instancePath+"/backoffMinMs",schemaPath:"#/definitions/AttemptAction/properties/backoffMinMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data.backoffMaxMs !== undefined){
let data17 = data.backoffMaxMs;
if(!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))){
const err52 = {instancePath:instancePath+"/backoffMaxMs",schemaPath:"#/definitions/AttemptAction/properties/backoffMaxMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(typeof data17 == "number"){
if(data17 < 0 || isNaN(data17)){
const err53 = {instancePath:instancePath+"/backoffMaxMs",schemaPath:"#/definitions/AttemptAction/properties/backoffMaxMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data.ambiguous !== undefined){
let data18 = data.ambiguous;
if(!((data18 === "never") || (data18 === "once"))){
const err54 = {instancePath:instancePath+"/ambiguous",schemaPath:"#/definitions/AttemptAction/properties/ambiguous/enum",keyword:"enum",params:{allowedValues: schema29.properties.ambiguous.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath,schemaPath:"#/definitions/AttemptAction/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
var _valid0 = _errs29 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid0 = true;
passing0 = 4;
}
}
}
}
}
if(!valid0){
const err56 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
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

const schema30 = {"type":"object","additionalProperties":false,"required":["facts","expect"],"properties":{"facts":{"type":"object","description":"Typed fact values by name; a fact that is not named is missing.","additionalProperties":{"$ref":"#/definitions/FactValue"}},"expect":{"description":"Rule indices: every guard row that matched, and the deciding one of each other table (-1: gwc's own).","type":"object","additionalProperties":false,"required":["guard","route","cache","attempt"],"properties":{"guard":{"type":"array","items":{"type":"integer"}},"route":{"type":"integer"},"cache":{"type":"integer"},"attempt":{"type":"integer"}}}}};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.facts === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "facts"},message:"must have required property '"+"facts"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.expect === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expect"},message:"must have required property '"+"expect"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "facts") || (key0 === "expect"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.facts !== undefined){
let data0 = data.facts;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
let data1 = data0[key1];
const _errs7 = errors;
let valid3 = false;
let passing0 = null;
const _errs8 = errors;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/FactValue/oneOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
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
const err4 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/FactValue/oneOf/1/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
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
const err5 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/FactValue/oneOf/2/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
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
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
const err6 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/definitions/FactValue/oneOf/3/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err7 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/FactValue/oneOf/3/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
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
const err8 = {instancePath:instancePath+"/facts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/FactValue/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
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
}
}
else {
const err9 = {instancePath:instancePath+"/facts",schemaPath:"#/properties/facts/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.expect !== undefined){
let data3 = data.expect;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.guard === undefined){
const err10 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/required",keyword:"required",params:{missingProperty: "guard"},message:"must have required property '"+"guard"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.route === undefined){
const err11 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/required",keyword:"required",params:{missingProperty: "route"},message:"must have required property '"+"route"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3.cache === undefined){
const err12 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/required",keyword:"required",params:{missingProperty: "cache"},message:"must have required property '"+"cache"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data3.attempt === undefined){
const err13 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/required",keyword:"required",params:{missingProperty: "attempt"},message:"must have required property '"+"attempt"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key2 in data3){
if(!((((key2 === "guard") || (key2 === "route")) || (key2 === "cache")) || (key2 === "attempt"))){
const err14 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.guard !== undefined){
let data4 = data3.guard;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err15 = {instancePath:instancePath+"/expect/guard/" + i1,schemaPath:"#/properties/expect/properties/guard/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/expect/guard",schemaPath:"#/properties/expect/properties/guard/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.route !== undefined){
let data6 = data3.route;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
const err17 = {instancePath:instancePath+"/expect/route",schemaPath:"#/properties/expect/properties/route/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.cache !== undefined){
let data7 = data3.cache;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
const err18 = {instancePath:instancePath+"/expect/cache",schemaPath:"#/properties/expect/properties/cache/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.attempt !== undefined){
let data8 = data3.attempt;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
const err19 = {instancePath:instancePath+"/expect/attempt",schemaPath:"#/properties/expect/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/expect",schemaPath:"#/properties/expect/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://gwc.dev/schemas/decision-table.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.format === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.version === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.compiler === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "compiler"},message:"must have required property '"+"compiler"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.requires === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "requires"},message:"must have required property '"+"requires"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.zone === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zone"},message:"must have required property '"+"zone"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.catalogueDate === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "catalogueDate"},message:"must have required property '"+"catalogueDate"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.axes === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "axes"},message:"must have required property '"+"axes"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.tables === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tables"},message:"must have required property '"+"tables"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.rules === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rules"},message:"must have required property '"+"rules"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.actions === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "actions"},message:"must have required property '"+"actions"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.models === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "models"},message:"must have required property '"+"models"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.selfTest === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "selfTest"},message:"must have required property '"+"selfTest"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err12 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.format !== undefined){
if("gwc.decision-table" !== data.format){
const err13 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "gwc.decision-table"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err14 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.compiler !== undefined){
if(typeof data.compiler !== "string"){
const err15 = {instancePath:instancePath+"/compiler",schemaPath:"#/properties/compiler/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.requires !== undefined){
let data3 = data.requires;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
const err16 = {instancePath:instancePath+"/requires/" + i0,schemaPath:"#/properties/requires/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/requires",schemaPath:"#/properties/requires/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.zone !== undefined){
if(typeof data.zone !== "string"){
const err18 = {instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.catalogueDate !== undefined){
if(typeof data.catalogueDate !== "string"){
const err19 = {instancePath:instancePath+"/catalogueDate",schemaPath:"#/properties/catalogueDate/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.axes !== undefined){
let data7 = data.axes;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(!(validate11(data7[i1], {instancePath:instancePath+"/axes/" + i1,parentData:data7,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.tables !== undefined){
let data9 = data.tables;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.guard === undefined){
const err21 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/required",keyword:"required",params:{missingProperty: "guard"},message:"must have required property '"+"guard"+"'"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data9.route === undefined){
const err22 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/required",keyword:"required",params:{missingProperty: "route"},message:"must have required property '"+"route"+"'"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data9.cache === undefined){
const err23 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/required",keyword:"required",params:{missingProperty: "cache"},message:"must have required property '"+"cache"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data9.attempt === undefined){
const err24 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/required",keyword:"required",params:{missingProperty: "attempt"},message:"must have required property '"+"attempt"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key1 in data9){
if(!((((key1 === "guard") || (key1 === "route")) || (key1 === "cache")) || (key1 === "attempt"))){
const err25 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.guard !== undefined){
let data10 = data9.guard;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.axes === undefined){
const err26 = {instancePath:instancePath+"/tables/guard",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "axes"},message:"must have required property '"+"axes"+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data10.rows === undefined){
const err27 = {instancePath:instancePath+"/tables/guard",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data10.bits === undefined){
const err28 = {instancePath:instancePath+"/tables/guard",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "bits"},message:"must have required property '"+"bits"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data10.rule === undefined){
const err29 = {instancePath:instancePath+"/tables/guard",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data10.action === undefined){
const err30 = {instancePath:instancePath+"/tables/guard",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key2 in data10){
if(!(((((key2 === "axes") || (key2 === "rows")) || (key2 === "bits")) || (key2 === "rule")) || (key2 === "action"))){
const err31 = {instancePath:instancePath+"/tables/guard",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data10.axes !== undefined){
let data11 = data10.axes;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err32 = {instancePath:instancePath+"/tables/guard/axes/" + i2,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/tables/guard/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data10.rows !== undefined){
let data13 = data10.rows;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
const err34 = {instancePath:instancePath+"/tables/guard/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(typeof data13 == "number"){
if(data13 < 0 || isNaN(data13)){
const err35 = {instancePath:instancePath+"/tables/guard/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data10.bits !== undefined){
if(typeof data10.bits !== "string"){
const err36 = {instancePath:instancePath+"/tables/guard/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data10.rule !== undefined){
let data15 = data10.rule;
if(Array.isArray(data15)){
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
let data16 = data15[i3];
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
const err37 = {instancePath:instancePath+"/tables/guard/rule/" + i3,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
else {
const err38 = {instancePath:instancePath+"/tables/guard/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data10.action !== undefined){
let data17 = data10.action;
if(Array.isArray(data17)){
const len4 = data17.length;
for(let i4=0; i4<len4; i4++){
let data18 = data17[i4];
if(!((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18)))){
const err39 = {instancePath:instancePath+"/tables/guard/action/" + i4,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
else {
const err40 = {instancePath:instancePath+"/tables/guard/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/tables/guard",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data9.route !== undefined){
let data19 = data9.route;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.axes === undefined){
const err42 = {instancePath:instancePath+"/tables/route",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "axes"},message:"must have required property '"+"axes"+"'"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data19.rows === undefined){
const err43 = {instancePath:instancePath+"/tables/route",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data19.bits === undefined){
const err44 = {instancePath:instancePath+"/tables/route",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "bits"},message:"must have required property '"+"bits"+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data19.rule === undefined){
const err45 = {instancePath:instancePath+"/tables/route",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data19.action === undefined){
const err46 = {instancePath:instancePath+"/tables/route",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key3 in data19){
if(!(((((key3 === "axes") || (key3 === "rows")) || (key3 === "bits")) || (key3 === "rule")) || (key3 === "action"))){
const err47 = {instancePath:instancePath+"/tables/route",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data19.axes !== undefined){
let data20 = data19.axes;
if(Array.isArray(data20)){
const len5 = data20.length;
for(let i5=0; i5<len5; i5++){
let data21 = data20[i5];
if(!((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21)))){
const err48 = {instancePath:instancePath+"/tables/route/axes/" + i5,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/tables/route/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data19.rows !== undefined){
let data22 = data19.rows;
if(!((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22)))){
const err50 = {instancePath:instancePath+"/tables/route/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
const err51 = {instancePath:instancePath+"/tables/route/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data19.bits !== undefined){
if(typeof data19.bits !== "string"){
const err52 = {instancePath:instancePath+"/tables/route/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data19.rule !== undefined){
let data24 = data19.rule;
if(Array.isArray(data24)){
const len6 = data24.length;
for(let i6=0; i6<len6; i6++){
let data25 = data24[i6];
if(!((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25)))){
const err53 = {instancePath:instancePath+"/tables/route/rule/" + i6,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/tables/route/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data19.action !== undefined){
let data26 = data19.action;
if(Array.isArray(data26)){
const len7 = data26.length;
for(let i7=0; i7<len7; i7++){
let data27 = data26[i7];
if(!((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27)))){
const err55 = {instancePath:instancePath+"/tables/route/action/" + i7,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/tables/route/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/tables/route",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data9.cache !== undefined){
let data28 = data9.cache;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.axes === undefined){
const err58 = {instancePath:instancePath+"/tables/cache",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "axes"},message:"must have required property '"+"axes"+"'"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data28.rows === undefined){
const err59 = {instancePath:instancePath+"/tables/cache",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data28.bits === undefined){
const err60 = {instancePath:instancePath+"/tables/cache",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "bits"},message:"must have required property '"+"bits"+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data28.rule === undefined){
const err61 = {instancePath:instancePath+"/tables/cache",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data28.action === undefined){
const err62 = {instancePath:instancePath+"/tables/cache",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key4 in data28){
if(!(((((key4 === "axes") || (key4 === "rows")) || (key4 === "bits")) || (key4 === "rule")) || (key4 === "action"))){
const err63 = {instancePath:instancePath+"/tables/cache",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data28.axes !== undefined){
let data29 = data28.axes;
if(Array.isArray(data29)){
const len8 = data29.length;
for(let i8=0; i8<len8; i8++){
let data30 = data29[i8];
if(!((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30)))){
const err64 = {instancePath:instancePath+"/tables/cache/axes/" + i8,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/tables/cache/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data28.rows !== undefined){
let data31 = data28.rows;
if(!((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31)))){
const err66 = {instancePath:instancePath+"/tables/cache/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(typeof data31 == "number"){
if(data31 < 0 || isNaN(data31)){
const err67 = {instancePath:instancePath+"/tables/cache/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
if(data28.bits !== undefined){
if(typeof data28.bits !== "string"){
const err68 = {instancePath:instancePath+"/tables/cache/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data28.rule !== undefined){
let data33 = data28.rule;
if(Array.isArray(data33)){
const len9 = data33.length;
for(let i9=0; i9<len9; i9++){
let data34 = data33[i9];
if(!((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34)))){
const err69 = {instancePath:instancePath+"/tables/cache/rule/" + i9,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/tables/cache/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data28.action !== undefined){
let data35 = data28.action;
if(Array.isArray(data35)){
const len10 = data35.length;
for(let i10=0; i10<len10; i10++){
let data36 = data35[i10];
if(!((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36)))){
const err71 = {instancePath:instancePath+"/tables/cache/action/" + i10,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath:instancePath+"/tables/cache/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/tables/cache",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data9.attempt !== undefined){
let data37 = data9.attempt;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.axes === undefined){
const err74 = {instancePath:instancePath+"/tables/attempt",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "axes"},message:"must have required property '"+"axes"+"'"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data37.rows === undefined){
const err75 = {instancePath:instancePath+"/tables/attempt",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data37.bits === undefined){
const err76 = {instancePath:instancePath+"/tables/attempt",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "bits"},message:"must have required property '"+"bits"+"'"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data37.rule === undefined){
const err77 = {instancePath:instancePath+"/tables/attempt",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data37.action === undefined){
const err78 = {instancePath:instancePath+"/tables/attempt",schemaPath:"#/definitions/Table/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
for(const key5 in data37){
if(!(((((key5 === "axes") || (key5 === "rows")) || (key5 === "bits")) || (key5 === "rule")) || (key5 === "action"))){
const err79 = {instancePath:instancePath+"/tables/attempt",schemaPath:"#/definitions/Table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data37.axes !== undefined){
let data38 = data37.axes;
if(Array.isArray(data38)){
const len11 = data38.length;
for(let i11=0; i11<len11; i11++){
let data39 = data38[i11];
if(!((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39)))){
const err80 = {instancePath:instancePath+"/tables/attempt/axes/" + i11,schemaPath:"#/definitions/Table/properties/axes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/tables/attempt/axes",schemaPath:"#/definitions/Table/properties/axes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data37.rows !== undefined){
let data40 = data37.rows;
if(!((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40)))){
const err82 = {instancePath:instancePath+"/tables/attempt/rows",schemaPath:"#/definitions/Table/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(typeof data40 == "number"){
if(data40 < 0 || isNaN(data40)){
const err83 = {instancePath:instancePath+"/tables/attempt/rows",schemaPath:"#/definitions/Table/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
if(data37.bits !== undefined){
if(typeof data37.bits !== "string"){
const err84 = {instancePath:instancePath+"/tables/attempt/bits",schemaPath:"#/definitions/Table/properties/bits/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data37.rule !== undefined){
let data42 = data37.rule;
if(Array.isArray(data42)){
const len12 = data42.length;
for(let i12=0; i12<len12; i12++){
let data43 = data42[i12];
if(!((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43)))){
const err85 = {instancePath:instancePath+"/tables/attempt/rule/" + i12,schemaPath:"#/definitions/Table/properties/rule/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
else {
const err86 = {instancePath:instancePath+"/tables/attempt/rule",schemaPath:"#/definitions/Table/properties/rule/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data37.action !== undefined){
let data44 = data37.action;
if(Array.isArray(data44)){
const len13 = data44.length;
for(let i13=0; i13<len13; i13++){
let data45 = data44[i13];
if(!((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45)))){
const err87 = {instancePath:instancePath+"/tables/attempt/action/" + i13,schemaPath:"#/definitions/Table/properties/action/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/tables/attempt/action",schemaPath:"#/definitions/Table/properties/action/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/tables/attempt",schemaPath:"#/definitions/Table/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
else {
const err90 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data.rules !== undefined){
let data46 = data.rules;
if(Array.isArray(data46)){
const len14 = data46.length;
for(let i14=0; i14<len14; i14++){
let data47 = data46[i14];
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.name === undefined){
const err91 = {instancePath:instancePath+"/rules/" + i14,schemaPath:"#/definitions/Rule/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data47.table === undefined){
const err92 = {instancePath:instancePath+"/rules/" + i14,schemaPath:"#/definitions/Rule/required",keyword:"required",params:{missingProperty: "table"},message:"must have required property '"+"table"+"'"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data47.file === undefined){
const err93 = {instancePath:instancePath+"/rules/" + i14,schemaPath:"#/definitions/Rule/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data47.line === undefined){
const err94 = {instancePath:instancePath+"/rules/" + i14,schemaPath:"#/definitions/Rule/required",keyword:"required",params:{missingProperty: "line"},message:"must have required property '"+"line"+"'"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
for(const key6 in data47){
if(!((((key6 === "name") || (key6 === "table")) || (key6 === "file")) || (key6 === "line"))){
const err95 = {instancePath:instancePath+"/rules/" + i14,schemaPath:"#/definitions/Rule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data47.name !== undefined){
if(typeof data47.name !== "string"){
const err96 = {instancePath:instancePath+"/rules/" + i14+"/name",schemaPath:"#/definitions/Rule/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data47.table !== undefined){
let data49 = data47.table;
if(!((((data49 === "guard") || (data49 === "route")) || (data49 === "cache")) || (data49 === "attempt"))){
const err97 = {instancePath:instancePath+"/rules/" + i14+"/table",schemaPath:"#/definitions/Rule/properties/table/enum",keyword:"enum",params:{allowedValues: schema21.properties.table.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data47.file !== undefined){
if(typeof data47.file !== "string"){
const err98 = {instancePath:instancePath+"/rules/" + i14+"/file",schemaPath:"#/definitions/Rule/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data47.line !== undefined){
let data51 = data47.line;
if(!((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51)))){
const err99 = {instancePath:instancePath+"/rules/" + i14+"/line",schemaPath:"#/definitions/Rule/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(typeof data51 == "number"){
if(data51 < 1 || isNaN(data51)){
const err100 = {instancePath:instancePath+"/rules/" + i14+"/line",schemaPath:"#/definitions/Rule/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
}
else {
const err101 = {instancePath:instancePath+"/rules/" + i14,schemaPath:"#/definitions/Rule/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
else {
const err102 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data.actions !== undefined){
let data52 = data.actions;
if(Array.isArray(data52)){
const len15 = data52.length;
for(let i15=0; i15<len15; i15++){
if(!(validate13(data52[i15], {instancePath:instancePath+"/actions/" + i15,parentData:data52,parentDataProperty:i15,rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
}
else {
const err103 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data.models !== undefined){
let data54 = data.models;
if(Array.isArray(data54)){
const len16 = data54.length;
for(let i16=0; i16<len16; i16++){
let data55 = data54[i16];
if(!(data55 && typeof data55 == "object" && !Array.isArray(data55))){
const err104 = {instancePath:instancePath+"/models/" + i16,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data.selfTest !== undefined){
let data56 = data.selfTest;
if(Array.isArray(data56)){
const len17 = data56.length;
for(let i17=0; i17<len17; i17++){
if(!(validate19(data56[i17], {instancePath:instancePath+"/selfTest/" + i17,parentData:data56,parentDataProperty:i17,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
}
else {
const err106 = {instancePath:instancePath+"/selfTest",schemaPath:"#/properties/selfTest/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
else {
const err107 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
