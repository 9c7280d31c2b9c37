/* Generated from schemas/facts.schema.json by `npm run generate`. */

"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://gwc.dev/schemas/facts.schema.json","title":"FactsFile","description":"A team's own facts: a JSON Schema of an object whose properties are facts. `facts \"acme.facts.json\"` in a policy names it.","type":"object","additionalProperties":false,"required":["type","properties"],"properties":{"$schema":{"type":"string"},"$id":{"type":"string"},"title":{"type":"string"},"description":{"type":"string"},"type":{"const":"object"},"properties":{"type":"object","propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]*$"},"additionalProperties":{"$ref":"#/definitions/Fact"}}},"definitions":{"Fact":{"type":"object","additionalProperties":false,"required":["x-gwc"],"properties":{"description":{"type":"string"},"type":{"enum":["boolean","string","integer","number","array"]},"enum":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string"},"description":"A closed enumeration: any other value is refused with 400 at run time."},"items":{"type":"object","additionalProperties":false,"properties":{"type":{"const":"string"}}},"minimum":{"type":"number"},"maximum":{"type":"number"},"format":{"enum":["ip"]},"deprecated":{"type":"boolean"},"x-gwc":{"type":"object","additionalProperties":false,"required":["from"],"properties":{"from":{"type":"string","pattern":"^(header|metadata|key):[A-Za-z0-9_.-]+$","description":"`header:x-project`, `metadata:project`, `key:cost_center`."},"default":{"description":"Stands in where the request does not carry the fact. Without it a condition needs `has`.","oneOf":[{"type":"boolean"},{"type":"number"},{"type":"string"},{"type":"array","items":{"type":"string"}}]},"unit":{"enum":["tokens","money","percent","duration","bytes","score","time"],"description":"What a number counts; the wire carries it in the unit's base (money: dollars, percent: 0..100, duration: milliseconds)."},"open":{"type":"boolean","description":"With `enum`: other values are legal and equal none of the list."},"trusted":{"type":"boolean","description":"Of a header or metadata: something that you run sets it, and a client cannot. Otherwise `gwc check` reports what a client could gain by saying another value."},"sensitive":{"description":"Private data: `true` for a boolean, the values that mark it for an enumeration or a string. Caches wider than the person, and semantic ones, are reported for such requests.","oneOf":[{"const":true},{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string"}}]},"use":{"type":"string","description":"With `deprecated`: what to use in its place."}}}}}}};
const schema12 = {"type":"object","additionalProperties":false,"required":["x-gwc"],"properties":{"description":{"type":"string"},"type":{"enum":["boolean","string","integer","number","array"]},"enum":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string"},"description":"A closed enumeration: any other value is refused with 400 at run time."},"items":{"type":"object","additionalProperties":false,"properties":{"type":{"const":"string"}}},"minimum":{"type":"number"},"maximum":{"type":"number"},"format":{"enum":["ip"]},"deprecated":{"type":"boolean"},"x-gwc":{"type":"object","additionalProperties":false,"required":["from"],"properties":{"from":{"type":"string","pattern":"^(header|metadata|key):[A-Za-z0-9_.-]+$","description":"`header:x-project`, `metadata:project`, `key:cost_center`."},"default":{"description":"Stands in where the request does not carry the fact. Without it a condition needs `has`.","oneOf":[{"type":"boolean"},{"type":"number"},{"type":"string"},{"type":"array","items":{"type":"string"}}]},"unit":{"enum":["tokens","money","percent","duration","bytes","score","time"],"description":"What a number counts; the wire carries it in the unit's base (money: dollars, percent: 0..100, duration: milliseconds)."},"open":{"type":"boolean","description":"With `enum`: other values are legal and equal none of the list."},"trusted":{"type":"boolean","description":"Of a header or metadata: something that you run sets it, and a client cannot. Otherwise `gwc check` reports what a client could gain by saying another value."},"sensitive":{"description":"Private data: `true` for a boolean, the values that mark it for an enumeration or a string. Caches wider than the person, and semantic ones, are reported for such requests.","oneOf":[{"const":true},{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string"}}]},"use":{"type":"string","description":"With `deprecated`: what to use in its place."}}}}};
const pattern0 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern1 = new RegExp("^(header|metadata|key):[A-Za-z0-9_.-]+$", "u");
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://gwc.dev/schemas/facts.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.properties === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "properties"},message:"must have required property '"+"properties"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "$schema") || (key0 === "$id")) || (key0 === "title")) || (key0 === "description")) || (key0 === "type")) || (key0 === "properties"))){
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
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.$id !== undefined){
if(typeof data.$id !== "string"){
const err4 = {instancePath:instancePath+"/$id",schemaPath:"#/properties/%24id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err5 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
const err6 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.type !== undefined){
if("object" !== data.type){
const err7 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "object"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.properties !== undefined){
let data5 = data.properties;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
const _errs13 = errors;
if(typeof key1 === "string"){
if(!pattern0.test(key1)){
const err8 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid1 = _errs13 === errors;
if(!valid1){
const err9 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
for(const key2 in data5){
let data6 = data5[key2];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6["x-gwc"] === undefined){
const err10 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Fact/required",keyword:"required",params:{missingProperty: "x-gwc"},message:"must have required property '"+"x-gwc"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key3 in data6){
if(!(func2.call(schema12.properties, key3))){
const err11 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Fact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data6.description !== undefined){
if(typeof data6.description !== "string"){
const err12 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/Fact/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data6.type !== undefined){
let data8 = data6.type;
if(!(((((data8 === "boolean") || (data8 === "string")) || (data8 === "integer")) || (data8 === "number")) || (data8 === "array"))){
const err13 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/definitions/Fact/properties/type/enum",keyword:"enum",params:{allowedValues: schema12.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.enum !== undefined){
let data9 = data6.enum;
if(Array.isArray(data9)){
if(data9.length < 1){
const err14 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/enum",schemaPath:"#/definitions/Fact/properties/enum/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
if(typeof data9[i0] !== "string"){
const err15 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/enum/" + i0,schemaPath:"#/definitions/Fact/properties/enum/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
let i1 = data9.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data9[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err16 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/enum",schemaPath:"#/definitions/Fact/properties/enum/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err17 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/enum",schemaPath:"#/definitions/Fact/properties/enum/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data6.items !== undefined){
let data11 = data6.items;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key4 in data11){
if(!(key4 === "type")){
const err18 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/items",schemaPath:"#/definitions/Fact/properties/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data11.type !== undefined){
if("string" !== data11.type){
const err19 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/definitions/Fact/properties/items/properties/type/const",keyword:"const",params:{allowedValue: "string"},message:"must be equal to constant"};
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
const err20 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/items",schemaPath:"#/definitions/Fact/properties/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.minimum !== undefined){
if(!(typeof data6.minimum == "number")){
const err21 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/minimum",schemaPath:"#/definitions/Fact/properties/minimum/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data6.maximum !== undefined){
if(!(typeof data6.maximum == "number")){
const err22 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/maximum",schemaPath:"#/definitions/Fact/properties/maximum/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data6.format !== undefined){
if(!(data6.format === "ip")){
const err23 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/format",schemaPath:"#/definitions/Fact/properties/format/enum",keyword:"enum",params:{allowedValues: schema12.properties.format.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data6.deprecated !== undefined){
if(typeof data6.deprecated !== "boolean"){
const err24 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/deprecated",schemaPath:"#/definitions/Fact/properties/deprecated/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data6["x-gwc"] !== undefined){
let data17 = data6["x-gwc"];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.from === undefined){
const err25 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc",schemaPath:"#/definitions/Fact/properties/x-gwc/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key5 in data17){
if(!(((((((key5 === "from") || (key5 === "default")) || (key5 === "unit")) || (key5 === "open")) || (key5 === "trusted")) || (key5 === "sensitive")) || (key5 === "use"))){
const err26 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc",schemaPath:"#/definitions/Fact/properties/x-gwc/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data17.from !== undefined){
let data18 = data17.from;
if(typeof data18 === "string"){
if(!pattern1.test(data18)){
const err27 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/from",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/from/pattern",keyword:"pattern",params:{pattern: "^(header|metadata|key):[A-Za-z0-9_.-]+$"},message:"must match pattern \""+"^(header|metadata|key):[A-Za-z0-9_.-]+$"+"\""};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/from",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data17.default !== undefined){
let data19 = data17.default;
const _errs43 = errors;
let valid10 = false;
let passing0 = null;
const _errs44 = errors;
if(typeof data19 !== "boolean"){
const err29 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/default",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/default/oneOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid0 = _errs44 === errors;
if(_valid0){
valid10 = true;
passing0 = 0;
}
const _errs46 = errors;
if(!(typeof data19 == "number")){
const err30 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/default",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/default/oneOf/1/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var _valid0 = _errs46 === errors;
if(_valid0 && valid10){
valid10 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid10 = true;
passing0 = 1;
}
const _errs48 = errors;
if(typeof data19 !== "string"){
const err31 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/default",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/default/oneOf/2/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var _valid0 = _errs48 === errors;
if(_valid0 && valid10){
valid10 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid10 = true;
passing0 = 2;
}
const _errs50 = errors;
if(Array.isArray(data19)){
const len1 = data19.length;
for(let i2=0; i2<len1; i2++){
if(typeof data19[i2] !== "string"){
const err32 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/default/" + i2,schemaPath:"#/definitions/Fact/properties/x-gwc/properties/default/oneOf/3/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err33 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/default",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/default/oneOf/3/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var _valid0 = _errs50 === errors;
if(_valid0 && valid10){
valid10 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid10 = true;
passing0 = 3;
}
}
}
}
if(!valid10){
const err34 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/default",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/default/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
else {
errors = _errs43;
if(vErrors !== null){
if(_errs43){
vErrors.length = _errs43;
}
else {
vErrors = null;
}
}
}
}
if(data17.unit !== undefined){
let data21 = data17.unit;
if(!(((((((data21 === "tokens") || (data21 === "money")) || (data21 === "percent")) || (data21 === "duration")) || (data21 === "bytes")) || (data21 === "score")) || (data21 === "time"))){
const err35 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/unit",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/unit/enum",keyword:"enum",params:{allowedValues: schema12.properties["x-gwc"].properties.unit.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data17.open !== undefined){
if(typeof data17.open !== "boolean"){
const err36 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/open",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/open/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data17.trusted !== undefined){
if(typeof data17.trusted !== "boolean"){
const err37 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/trusted",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/trusted/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data17.sensitive !== undefined){
let data24 = data17.sensitive;
const _errs60 = errors;
let valid13 = false;
let passing1 = null;
const _errs61 = errors;
if(true !== data24){
const err38 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/sensitive",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/sensitive/oneOf/0/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var _valid1 = _errs61 === errors;
if(_valid1){
valid13 = true;
passing1 = 0;
}
const _errs62 = errors;
if(Array.isArray(data24)){
if(data24.length < 1){
const err39 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/sensitive",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/sensitive/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
const len2 = data24.length;
for(let i3=0; i3<len2; i3++){
if(typeof data24[i3] !== "string"){
const err40 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/sensitive/" + i3,schemaPath:"#/definitions/Fact/properties/x-gwc/properties/sensitive/oneOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
let i4 = data24.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data24[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err41 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/sensitive",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/sensitive/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i4+" are identical)"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err42 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/sensitive",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/sensitive/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var _valid1 = _errs62 === errors;
if(_valid1 && valid13){
valid13 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid13 = true;
passing1 = 1;
}
}
if(!valid13){
const err43 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/sensitive",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/sensitive/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
else {
errors = _errs60;
if(vErrors !== null){
if(_errs60){
vErrors.length = _errs60;
}
else {
vErrors = null;
}
}
}
}
if(data17.use !== undefined){
if(typeof data17.use !== "string"){
const err44 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc/use",schemaPath:"#/definitions/Fact/properties/x-gwc/properties/use/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err45 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/x-gwc",schemaPath:"#/definitions/Fact/properties/x-gwc/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/properties/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Fact/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err47 = {instancePath:instancePath+"/properties",schemaPath:"#/properties/properties/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err48 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
