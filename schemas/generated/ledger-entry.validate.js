/* Generated from schemas/ledger-entry.schema.json by `npm run generate`. */

"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://gwc.dev/schemas/ledger-entry.schema.json","title":"LedgerEntry","description":"One row per provider attempt, append-only, unique by `attemptId`. Money in integer nano-dollars.","type":"object","additionalProperties":false,"required":["attemptId","requestId","at","policy","rule","provider","model","outcome","tokens","cost"],"properties":{"attemptId":{"type":"string"},"requestId":{"type":"string"},"providerRequestId":{"type":"string"},"at":{"type":"string","description":"RFC 3339, the store's clock."},"policy":{"type":"string","description":"SHA-256 of the table."},"priceDate":{"type":"string"},"rule":{"type":"string","description":"file#rule."},"provider":{"type":"string"},"model":{"type":"string"},"account":{"type":"integer"},"key":{"type":"string"},"org":{"type":"string"},"team":{"type":"string"},"project":{"type":"string"},"developer":{"type":"string"},"outcome":{"enum":["complete","truncated","aborted","failed","unsent","uncertain","cached"]},"status":{"type":"integer"},"latencyMs":{"type":"integer","minimum":0},"tokens":{"$ref":"#/definitions/ByClass"},"cost":{"$ref":"#/definitions/ByClass"}},"definitions":{"ByClass":{"type":"object","additionalProperties":false,"properties":{"input":{"type":"integer","minimum":0},"cacheRead":{"type":"integer","minimum":0},"cacheWrite5m":{"type":"integer","minimum":0},"cacheWrite1h":{"type":"integer","minimum":0},"output":{"type":"integer","minimum":0},"reasoning":{"type":"integer","minimum":0}}}}};
const schema12 = {"type":"object","additionalProperties":false,"properties":{"input":{"type":"integer","minimum":0},"cacheRead":{"type":"integer","minimum":0},"cacheWrite5m":{"type":"integer","minimum":0},"cacheWrite1h":{"type":"integer","minimum":0},"output":{"type":"integer","minimum":0},"reasoning":{"type":"integer","minimum":0}}};
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://gwc.dev/schemas/ledger-entry.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.attemptId === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "attemptId"},message:"must have required property '"+"attemptId"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.requestId === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "requestId"},message:"must have required property '"+"requestId"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.at === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.policy === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.rule === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.provider === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.model === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.outcome === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "outcome"},message:"must have required property '"+"outcome"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.tokens === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tokens"},message:"must have required property '"+"tokens"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.cost === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cost"},message:"must have required property '"+"cost"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err10 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
const err11 = {instancePath:instancePath+"/attemptId",schemaPath:"#/properties/attemptId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.requestId !== undefined){
if(typeof data.requestId !== "string"){
const err12 = {instancePath:instancePath+"/requestId",schemaPath:"#/properties/requestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.providerRequestId !== undefined){
if(typeof data.providerRequestId !== "string"){
const err13 = {instancePath:instancePath+"/providerRequestId",schemaPath:"#/properties/providerRequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.at !== undefined){
if(typeof data.at !== "string"){
const err14 = {instancePath:instancePath+"/at",schemaPath:"#/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.policy !== undefined){
if(typeof data.policy !== "string"){
const err15 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.priceDate !== undefined){
if(typeof data.priceDate !== "string"){
const err16 = {instancePath:instancePath+"/priceDate",schemaPath:"#/properties/priceDate/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.rule !== undefined){
if(typeof data.rule !== "string"){
const err17 = {instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.provider !== undefined){
if(typeof data.provider !== "string"){
const err18 = {instancePath:instancePath+"/provider",schemaPath:"#/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.model !== undefined){
if(typeof data.model !== "string"){
const err19 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.account !== undefined){
let data9 = data.account;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
const err20 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.key !== undefined){
if(typeof data.key !== "string"){
const err21 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.org !== undefined){
if(typeof data.org !== "string"){
const err22 = {instancePath:instancePath+"/org",schemaPath:"#/properties/org/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.team !== undefined){
if(typeof data.team !== "string"){
const err23 = {instancePath:instancePath+"/team",schemaPath:"#/properties/team/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.project !== undefined){
if(typeof data.project !== "string"){
const err24 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.developer !== undefined){
if(typeof data.developer !== "string"){
const err25 = {instancePath:instancePath+"/developer",schemaPath:"#/properties/developer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.outcome !== undefined){
let data15 = data.outcome;
if(!(((((((data15 === "complete") || (data15 === "truncated")) || (data15 === "aborted")) || (data15 === "failed")) || (data15 === "unsent")) || (data15 === "uncertain")) || (data15 === "cached"))){
const err26 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema11.properties.outcome.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.status !== undefined){
let data16 = data.status;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
const err27 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.latencyMs !== undefined){
let data17 = data.latencyMs;
if(!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))){
const err28 = {instancePath:instancePath+"/latencyMs",schemaPath:"#/properties/latencyMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(typeof data17 == "number"){
if(data17 < 0 || isNaN(data17)){
const err29 = {instancePath:instancePath+"/latencyMs",schemaPath:"#/properties/latencyMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.tokens !== undefined){
let data18 = data.tokens;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key1 in data18){
if(!((((((key1 === "input") || (key1 === "cacheRead")) || (key1 === "cacheWrite5m")) || (key1 === "cacheWrite1h")) || (key1 === "output")) || (key1 === "reasoning"))){
const err30 = {instancePath:instancePath+"/tokens",schemaPath:"#/definitions/ByClass/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data18.input !== undefined){
let data19 = data18.input;
if(!((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19)))){
const err31 = {instancePath:instancePath+"/tokens/input",schemaPath:"#/definitions/ByClass/properties/input/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(typeof data19 == "number"){
if(data19 < 0 || isNaN(data19)){
const err32 = {instancePath:instancePath+"/tokens/input",schemaPath:"#/definitions/ByClass/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data18.cacheRead !== undefined){
let data20 = data18.cacheRead;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
const err33 = {instancePath:instancePath+"/tokens/cacheRead",schemaPath:"#/definitions/ByClass/properties/cacheRead/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
const err34 = {instancePath:instancePath+"/tokens/cacheRead",schemaPath:"#/definitions/ByClass/properties/cacheRead/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data18.cacheWrite5m !== undefined){
let data21 = data18.cacheWrite5m;
if(!((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21)))){
const err35 = {instancePath:instancePath+"/tokens/cacheWrite5m",schemaPath:"#/definitions/ByClass/properties/cacheWrite5m/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(typeof data21 == "number"){
if(data21 < 0 || isNaN(data21)){
const err36 = {instancePath:instancePath+"/tokens/cacheWrite5m",schemaPath:"#/definitions/ByClass/properties/cacheWrite5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data18.cacheWrite1h !== undefined){
let data22 = data18.cacheWrite1h;
if(!((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22)))){
const err37 = {instancePath:instancePath+"/tokens/cacheWrite1h",schemaPath:"#/definitions/ByClass/properties/cacheWrite1h/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
const err38 = {instancePath:instancePath+"/tokens/cacheWrite1h",schemaPath:"#/definitions/ByClass/properties/cacheWrite1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
if(data18.output !== undefined){
let data23 = data18.output;
if(!((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23)))){
const err39 = {instancePath:instancePath+"/tokens/output",schemaPath:"#/definitions/ByClass/properties/output/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(typeof data23 == "number"){
if(data23 < 0 || isNaN(data23)){
const err40 = {instancePath:instancePath+"/tokens/output",schemaPath:"#/definitions/ByClass/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data18.reasoning !== undefined){
let data24 = data18.reasoning;
if(!((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24)))){
const err41 = {instancePath:instancePath+"/tokens/reasoning",schemaPath:"#/definitions/ByClass/properties/reasoning/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(typeof data24 == "number"){
if(data24 < 0 || isNaN(data24)){
const err42 = {instancePath:instancePath+"/tokens/reasoning",schemaPath:"#/definitions/ByClass/properties/reasoning/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
}
else {
const err43 = {instancePath:instancePath+"/tokens",schemaPath:"#/definitions/ByClass/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.cost !== undefined){
let data25 = data.cost;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key2 in data25){
if(!((((((key2 === "input") || (key2 === "cacheRead")) || (key2 === "cacheWrite5m")) || (key2 === "cacheWrite1h")) || (key2 === "output")) || (key2 === "reasoning"))){
const err44 = {instancePath:instancePath+"/cost",schemaPath:"#/definitions/ByClass/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data25.input !== undefined){
let data26 = data25.input;
if(!((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26)))){
const err45 = {instancePath:instancePath+"/cost/input",schemaPath:"#/definitions/ByClass/properties/input/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(typeof data26 == "number"){
if(data26 < 0 || isNaN(data26)){
const err46 = {instancePath:instancePath+"/cost/input",schemaPath:"#/definitions/ByClass/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data25.cacheRead !== undefined){
let data27 = data25.cacheRead;
if(!((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27)))){
const err47 = {instancePath:instancePath+"/cost/cacheRead",schemaPath:"#/definitions/ByClass/properties/cacheRead/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(typeof data27 == "number"){
if(data27 < 0 || isNaN(data27)){
const err48 = {instancePath:instancePath+"/cost/cacheRead",schemaPath:"#/definitions/ByClass/properties/cacheRead/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data25.cacheWrite5m !== undefined){
let data28 = data25.cacheWrite5m;
if(!((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28)))){
const err49 = {instancePath:instancePath+"/cost/cacheWrite5m",schemaPath:"#/definitions/ByClass/properties/cacheWrite5m/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(typeof data28 == "number"){
if(data28 < 0 || isNaN(data28)){
const err50 = {instancePath:instancePath+"/cost/cacheWrite5m",schemaPath:"#/definitions/ByClass/properties/cacheWrite5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data25.cacheWrite1h !== undefined){
let data29 = data25.cacheWrite1h;
if(!((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29)))){
const err51 = {instancePath:instancePath+"/cost/cacheWrite1h",schemaPath:"#/definitions/ByClass/properties/cacheWrite1h/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(typeof data29 == "number"){
if(data29 < 0 || isNaN(data29)){
const err52 = {instancePath:instancePath+"/cost/cacheWrite1h",schemaPath:"#/definitions/ByClass/properties/cacheWrite1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
if(data25.output !== undefined){
let data30 = data25.output;
if(!((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30)))){
const err53 = {instancePath:instancePath+"/cost/output",schemaPath:"#/definitions/ByClass/properties/output/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(typeof data30 == "number"){
if(data30 < 0 || isNaN(data30)){
const err54 = {instancePath:instancePath+"/cost/output",schemaPath:"#/definitions/ByClass/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data25.reasoning !== undefined){
let data31 = data25.reasoning;
if(!((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31)))){
const err55 = {instancePath:instancePath+"/cost/reasoning",schemaPath:"#/definitions/ByClass/properties/reasoning/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(typeof data31 == "number"){
if(data31 < 0 || isNaN(data31)){
const err56 = {instancePath:instancePath+"/cost/reasoning",schemaPath:"#/definitions/ByClass/properties/reasoning/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
}
else {
const err57 = {instancePath:instancePath+"/cost",schemaPath:"#/definitions/ByClass/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
