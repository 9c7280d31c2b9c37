/* Generated from schemas/ledger-entry.schema.json by `npm run generate`. */

"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://gwc.dev/schemas/ledger-entry.schema.json","title":"LedgerEntry","description":"One row per provider attempt, append-only, unique by `attemptId`. Money in integer nano-dollars.","type":"object","additionalProperties":false,"required":["attemptId","requestId","at","endedAt","policy","rule","provider","model","account","key","outcome","latencyMs","boundNanos","estimateNanos","certainNanos","uncertainNanos","corrections","tokens","cost"],"properties":{"attemptId":{"type":"string"},"requestId":{"type":"string"},"providerRequestId":{"type":"string"},"at":{"type":"string","description":"RFC 3339, the store's clock: when its money was held. It counts in the windows of this moment."},"endedAt":{"type":"string","description":"RFC 3339, the store's clock: when its hold ended."},"policy":{"type":"string","description":"SHA-256 of the table."},"priceDate":{"type":"string","description":"Date of the prices that it is charged by."},"rule":{"type":"string","description":"file#rule."},"provider":{"type":"string"},"model":{"type":"string"},"account":{"type":"integer"},"key":{"type":"string"},"org":{"type":"string"},"team":{"type":"string"},"project":{"type":"string"},"developer":{"type":"string"},"outcome":{"enum":["complete","truncated","aborted","failed","unsent","uncertain","cached"],"description":"`unsent`: never sent. `uncertain`: its process ended, or told nothing until the hold's deadline; what was found out since is in the amounts."},"status":{"type":"integer"},"latencyMs":{"type":"integer","minimum":0},"boundNanos":{"type":"integer","minimum":0,"description":"What hard budgets held of it."},"estimateNanos":{"type":"integer","minimum":0,"description":"What soft budgets held of it."},"certainNanos":{"type":"integer","minimum":0,"description":"What is surely billed, by all that is known of it now."},"uncertainNanos":{"type":"integer","minimum":0,"description":"What may be billed beyond that."},"corrections":{"type":"integer","minimum":0,"description":"How often something was found out of it after its hold had ended."},"cache":{"enum":["exact","canonical","semantic","judge","shadow","embedding"],"description":"The layer of the cache that answered; else what the cache asked of a model. Absent: neither."},"savedNanos":{"type":"integer","minimum":0,"description":"Of an answer of the cache: what it would have cost again, by the prices of that moment."},"savedTokens":{"type":"integer","minimum":0,"description":"Its tokens, in and out."},"tokens":{"$ref":"#/definitions/ByClass"},"cost":{"$ref":"#/definitions/ByClass"}},"definitions":{"ByClass":{"type":"object","additionalProperties":false,"description":"Tokens, or nano-dollars, in classes that do not overlap: what has a price of its own stands apart from `input`, `cacheRead` and `output`.","properties":{"input":{"type":"integer","minimum":0},"cacheRead":{"type":"integer","minimum":0},"cacheWrite5m":{"type":"integer","minimum":0},"cacheWrite1h":{"type":"integer","minimum":0},"output":{"type":"integer","minimum":0},"reasoning":{"type":"integer","minimum":0},"inputAudio":{"type":"integer","minimum":0},"cacheReadAudio":{"type":"integer","minimum":0},"inputImage":{"type":"integer","minimum":0},"outputAudio":{"type":"integer","minimum":0},"outputImage":{"type":"integer","minimum":0},"webSearch":{"type":"integer","minimum":0,"description":"Calls, not tokens."},"fileSearch":{"type":"integer","minimum":0,"description":"Calls, not tokens."},"mapSearch":{"type":"integer","minimum":0,"description":"Calls, not tokens."}}}}};
const schema12 = {"type":"object","additionalProperties":false,"description":"Tokens, or nano-dollars, in classes that do not overlap: what has a price of its own stands apart from `input`, `cacheRead` and `output`.","properties":{"input":{"type":"integer","minimum":0},"cacheRead":{"type":"integer","minimum":0},"cacheWrite5m":{"type":"integer","minimum":0},"cacheWrite1h":{"type":"integer","minimum":0},"output":{"type":"integer","minimum":0},"reasoning":{"type":"integer","minimum":0},"inputAudio":{"type":"integer","minimum":0},"cacheReadAudio":{"type":"integer","minimum":0},"inputImage":{"type":"integer","minimum":0},"outputAudio":{"type":"integer","minimum":0},"outputImage":{"type":"integer","minimum":0},"webSearch":{"type":"integer","minimum":0,"description":"Calls, not tokens."},"fileSearch":{"type":"integer","minimum":0,"description":"Calls, not tokens."},"mapSearch":{"type":"integer","minimum":0,"description":"Calls, not tokens."}}};
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
if(data.endedAt === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "endedAt"},message:"must have required property '"+"endedAt"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.policy === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.rule === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.provider === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.model === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.account === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "account"},message:"must have required property '"+"account"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.key === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.outcome === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "outcome"},message:"must have required property '"+"outcome"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.latencyMs === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "latencyMs"},message:"must have required property '"+"latencyMs"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.boundNanos === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "boundNanos"},message:"must have required property '"+"boundNanos"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.estimateNanos === undefined){
const err13 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "estimateNanos"},message:"must have required property '"+"estimateNanos"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.certainNanos === undefined){
const err14 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "certainNanos"},message:"must have required property '"+"certainNanos"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data.uncertainNanos === undefined){
const err15 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "uncertainNanos"},message:"must have required property '"+"uncertainNanos"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data.corrections === undefined){
const err16 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "corrections"},message:"must have required property '"+"corrections"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data.tokens === undefined){
const err17 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tokens"},message:"must have required property '"+"tokens"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data.cost === undefined){
const err18 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cost"},message:"must have required property '"+"cost"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err19 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
const err20 = {instancePath:instancePath+"/attemptId",schemaPath:"#/properties/attemptId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.requestId !== undefined){
if(typeof data.requestId !== "string"){
const err21 = {instancePath:instancePath+"/requestId",schemaPath:"#/properties/requestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.providerRequestId !== undefined){
if(typeof data.providerRequestId !== "string"){
const err22 = {instancePath:instancePath+"/providerRequestId",schemaPath:"#/properties/providerRequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.at !== undefined){
if(typeof data.at !== "string"){
const err23 = {instancePath:instancePath+"/at",schemaPath:"#/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.endedAt !== undefined){
if(typeof data.endedAt !== "string"){
const err24 = {instancePath:instancePath+"/endedAt",schemaPath:"#/properties/endedAt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.policy !== undefined){
if(typeof data.policy !== "string"){
const err25 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.priceDate !== undefined){
if(typeof data.priceDate !== "string"){
const err26 = {instancePath:instancePath+"/priceDate",schemaPath:"#/properties/priceDate/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.rule !== undefined){
if(typeof data.rule !== "string"){
const err27 = {instancePath:instancePath+"/rule",schemaPath:"#/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.provider !== undefined){
if(typeof data.provider !== "string"){
const err28 = {instancePath:instancePath+"/provider",schemaPath:"#/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.model !== undefined){
if(typeof data.model !== "string"){
const err29 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.account !== undefined){
let data10 = data.account;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
const err30 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.key !== undefined){
if(typeof data.key !== "string"){
const err31 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.org !== undefined){
if(typeof data.org !== "string"){
const err32 = {instancePath:instancePath+"/org",schemaPath:"#/properties/org/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.team !== undefined){
if(typeof data.team !== "string"){
const err33 = {instancePath:instancePath+"/team",schemaPath:"#/properties/team/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.project !== undefined){
if(typeof data.project !== "string"){
const err34 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.developer !== undefined){
if(typeof data.developer !== "string"){
const err35 = {instancePath:instancePath+"/developer",schemaPath:"#/properties/developer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.outcome !== undefined){
let data16 = data.outcome;
if(!(((((((data16 === "complete") || (data16 === "truncated")) || (data16 === "aborted")) || (data16 === "failed")) || (data16 === "unsent")) || (data16 === "uncertain")) || (data16 === "cached"))){
const err36 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema11.properties.outcome.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.status !== undefined){
let data17 = data.status;
if(!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))){
const err37 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.latencyMs !== undefined){
let data18 = data.latencyMs;
if(!((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18)))){
const err38 = {instancePath:instancePath+"/latencyMs",schemaPath:"#/properties/latencyMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(typeof data18 == "number"){
if(data18 < 0 || isNaN(data18)){
const err39 = {instancePath:instancePath+"/latencyMs",schemaPath:"#/properties/latencyMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.boundNanos !== undefined){
let data19 = data.boundNanos;
if(!((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19)))){
const err40 = {instancePath:instancePath+"/boundNanos",schemaPath:"#/properties/boundNanos/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(typeof data19 == "number"){
if(data19 < 0 || isNaN(data19)){
const err41 = {instancePath:instancePath+"/boundNanos",schemaPath:"#/properties/boundNanos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.estimateNanos !== undefined){
let data20 = data.estimateNanos;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
const err42 = {instancePath:instancePath+"/estimateNanos",schemaPath:"#/properties/estimateNanos/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
const err43 = {instancePath:instancePath+"/estimateNanos",schemaPath:"#/properties/estimateNanos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data.certainNanos !== undefined){
let data21 = data.certainNanos;
if(!((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21)))){
const err44 = {instancePath:instancePath+"/certainNanos",schemaPath:"#/properties/certainNanos/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(typeof data21 == "number"){
if(data21 < 0 || isNaN(data21)){
const err45 = {instancePath:instancePath+"/certainNanos",schemaPath:"#/properties/certainNanos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.uncertainNanos !== undefined){
let data22 = data.uncertainNanos;
if(!((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22)))){
const err46 = {instancePath:instancePath+"/uncertainNanos",schemaPath:"#/properties/uncertainNanos/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
const err47 = {instancePath:instancePath+"/uncertainNanos",schemaPath:"#/properties/uncertainNanos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.corrections !== undefined){
let data23 = data.corrections;
if(!((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23)))){
const err48 = {instancePath:instancePath+"/corrections",schemaPath:"#/properties/corrections/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(typeof data23 == "number"){
if(data23 < 0 || isNaN(data23)){
const err49 = {instancePath:instancePath+"/corrections",schemaPath:"#/properties/corrections/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.cache !== undefined){
let data24 = data.cache;
if(!((((((data24 === "exact") || (data24 === "canonical")) || (data24 === "semantic")) || (data24 === "judge")) || (data24 === "shadow")) || (data24 === "embedding"))){
const err50 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/enum",keyword:"enum",params:{allowedValues: schema11.properties.cache.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.savedNanos !== undefined){
let data25 = data.savedNanos;
if(!((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25)))){
const err51 = {instancePath:instancePath+"/savedNanos",schemaPath:"#/properties/savedNanos/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(typeof data25 == "number"){
if(data25 < 0 || isNaN(data25)){
const err52 = {instancePath:instancePath+"/savedNanos",schemaPath:"#/properties/savedNanos/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.savedTokens !== undefined){
let data26 = data.savedTokens;
if(!((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26)))){
const err53 = {instancePath:instancePath+"/savedTokens",schemaPath:"#/properties/savedTokens/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(typeof data26 == "number"){
if(data26 < 0 || isNaN(data26)){
const err54 = {instancePath:instancePath+"/savedTokens",schemaPath:"#/properties/savedTokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.tokens !== undefined){
let data27 = data.tokens;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key1 in data27){
if(!(func2.call(schema12.properties, key1))){
const err55 = {instancePath:instancePath+"/tokens",schemaPath:"#/definitions/ByClass/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data27.input !== undefined){
let data28 = data27.input;
if(!((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28)))){
const err56 = {instancePath:instancePath+"/tokens/input",schemaPath:"#/definitions/ByClass/properties/input/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(typeof data28 == "number"){
if(data28 < 0 || isNaN(data28)){
const err57 = {instancePath:instancePath+"/tokens/input",schemaPath:"#/definitions/ByClass/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data27.cacheRead !== undefined){
let data29 = data27.cacheRead;
if(!((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29)))){
const err58 = {instancePath:instancePath+"/tokens/cacheRead",schemaPath:"#/definitions/ByClass/properties/cacheRead/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(typeof data29 == "number"){
if(data29 < 0 || isNaN(data29)){
const err59 = {instancePath:instancePath+"/tokens/cacheRead",schemaPath:"#/definitions/ByClass/properties/cacheRead/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data27.cacheWrite5m !== undefined){
let data30 = data27.cacheWrite5m;
if(!((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30)))){
const err60 = {instancePath:instancePath+"/tokens/cacheWrite5m",schemaPath:"#/definitions/ByClass/properties/cacheWrite5m/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(typeof data30 == "number"){
if(data30 < 0 || isNaN(data30)){
const err61 = {instancePath:instancePath+"/tokens/cacheWrite5m",schemaPath:"#/definitions/ByClass/properties/cacheWrite5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
if(data27.cacheWrite1h !== undefined){
let data31 = data27.cacheWrite1h;
if(!((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31)))){
const err62 = {instancePath:instancePath+"/tokens/cacheWrite1h",schemaPath:"#/definitions/ByClass/properties/cacheWrite1h/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(typeof data31 == "number"){
if(data31 < 0 || isNaN(data31)){
const err63 = {instancePath:instancePath+"/tokens/cacheWrite1h",schemaPath:"#/definitions/ByClass/properties/cacheWrite1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data27.output !== undefined){
let data32 = data27.output;
if(!((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32)))){
const err64 = {instancePath:instancePath+"/tokens/output",schemaPath:"#/definitions/ByClass/properties/output/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(typeof data32 == "number"){
if(data32 < 0 || isNaN(data32)){
const err65 = {instancePath:instancePath+"/tokens/output",schemaPath:"#/definitions/ByClass/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data27.reasoning !== undefined){
let data33 = data27.reasoning;
if(!((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33)))){
const err66 = {instancePath:instancePath+"/tokens/reasoning",schemaPath:"#/definitions/ByClass/properties/reasoning/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(typeof data33 == "number"){
if(data33 < 0 || isNaN(data33)){
const err67 = {instancePath:instancePath+"/tokens/reasoning",schemaPath:"#/definitions/ByClass/properties/reasoning/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data27.inputAudio !== undefined){
let data34 = data27.inputAudio;
if(!((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34)))){
const err68 = {instancePath:instancePath+"/tokens/inputAudio",schemaPath:"#/definitions/ByClass/properties/inputAudio/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(typeof data34 == "number"){
if(data34 < 0 || isNaN(data34)){
const err69 = {instancePath:instancePath+"/tokens/inputAudio",schemaPath:"#/definitions/ByClass/properties/inputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data27.cacheReadAudio !== undefined){
let data35 = data27.cacheReadAudio;
if(!((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35)))){
const err70 = {instancePath:instancePath+"/tokens/cacheReadAudio",schemaPath:"#/definitions/ByClass/properties/cacheReadAudio/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(typeof data35 == "number"){
if(data35 < 0 || isNaN(data35)){
const err71 = {instancePath:instancePath+"/tokens/cacheReadAudio",schemaPath:"#/definitions/ByClass/properties/cacheReadAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data27.inputImage !== undefined){
let data36 = data27.inputImage;
if(!((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36)))){
const err72 = {instancePath:instancePath+"/tokens/inputImage",schemaPath:"#/definitions/ByClass/properties/inputImage/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(typeof data36 == "number"){
if(data36 < 0 || isNaN(data36)){
const err73 = {instancePath:instancePath+"/tokens/inputImage",schemaPath:"#/definitions/ByClass/properties/inputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data27.outputAudio !== undefined){
let data37 = data27.outputAudio;
if(!((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37)))){
const err74 = {instancePath:instancePath+"/tokens/outputAudio",schemaPath:"#/definitions/ByClass/properties/outputAudio/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(typeof data37 == "number"){
if(data37 < 0 || isNaN(data37)){
const err75 = {instancePath:instancePath+"/tokens/outputAudio",schemaPath:"#/definitions/ByClass/properties/outputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
if(data27.outputImage !== undefined){
let data38 = data27.outputImage;
if(!((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38)))){
const err76 = {instancePath:instancePath+"/tokens/outputImage",schemaPath:"#/definitions/ByClass/properties/outputImage/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(typeof data38 == "number"){
if(data38 < 0 || isNaN(data38)){
const err77 = {instancePath:instancePath+"/tokens/outputImage",schemaPath:"#/definitions/ByClass/properties/outputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data27.webSearch !== undefined){
let data39 = data27.webSearch;
if(!((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39)))){
const err78 = {instancePath:instancePath+"/tokens/webSearch",schemaPath:"#/definitions/ByClass/properties/webSearch/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(typeof data39 == "number"){
if(data39 < 0 || isNaN(data39)){
const err79 = {instancePath:instancePath+"/tokens/webSearch",schemaPath:"#/definitions/ByClass/properties/webSearch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data27.fileSearch !== undefined){
let data40 = data27.fileSearch;
if(!((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40)))){
const err80 = {instancePath:instancePath+"/tokens/fileSearch",schemaPath:"#/definitions/ByClass/properties/fileSearch/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(typeof data40 == "number"){
if(data40 < 0 || isNaN(data40)){
const err81 = {instancePath:instancePath+"/tokens/fileSearch",schemaPath:"#/definitions/ByClass/properties/fileSearch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
if(data27.mapSearch !== undefined){
let data41 = data27.mapSearch;
if(!((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41)))){
const err82 = {instancePath:instancePath+"/tokens/mapSearch",schemaPath:"#/definitions/ByClass/properties/mapSearch/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(typeof data41 == "number"){
if(data41 < 0 || isNaN(data41)){
const err83 = {instancePath:instancePath+"/tokens/mapSearch",schemaPath:"#/definitions/ByClass/properties/mapSearch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
}
else {
const err84 = {instancePath:instancePath+"/tokens",schemaPath:"#/definitions/ByClass/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data.cost !== undefined){
let data42 = data.cost;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key2 in data42){
if(!(func2.call(schema12.properties, key2))){
const err85 = {instancePath:instancePath+"/cost",schemaPath:"#/definitions/ByClass/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data42.input !== undefined){
let data43 = data42.input;
if(!((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43)))){
const err86 = {instancePath:instancePath+"/cost/input",schemaPath:"#/definitions/ByClass/properties/input/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(typeof data43 == "number"){
if(data43 < 0 || isNaN(data43)){
const err87 = {instancePath:instancePath+"/cost/input",schemaPath:"#/definitions/ByClass/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data42.cacheRead !== undefined){
let data44 = data42.cacheRead;
if(!((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44)))){
const err88 = {instancePath:instancePath+"/cost/cacheRead",schemaPath:"#/definitions/ByClass/properties/cacheRead/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(typeof data44 == "number"){
if(data44 < 0 || isNaN(data44)){
const err89 = {instancePath:instancePath+"/cost/cacheRead",schemaPath:"#/definitions/ByClass/properties/cacheRead/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data42.cacheWrite5m !== undefined){
let data45 = data42.cacheWrite5m;
if(!((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45)))){
const err90 = {instancePath:instancePath+"/cost/cacheWrite5m",schemaPath:"#/definitions/ByClass/properties/cacheWrite5m/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(typeof data45 == "number"){
if(data45 < 0 || isNaN(data45)){
const err91 = {instancePath:instancePath+"/cost/cacheWrite5m",schemaPath:"#/definitions/ByClass/properties/cacheWrite5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data42.cacheWrite1h !== undefined){
let data46 = data42.cacheWrite1h;
if(!((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46)))){
const err92 = {instancePath:instancePath+"/cost/cacheWrite1h",schemaPath:"#/definitions/ByClass/properties/cacheWrite1h/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(typeof data46 == "number"){
if(data46 < 0 || isNaN(data46)){
const err93 = {instancePath:instancePath+"/cost/cacheWrite1h",schemaPath:"#/definitions/ByClass/properties/cacheWrite1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
if(data42.output !== undefined){
let data47 = data42.output;
if(!((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47)))){
const err94 = {instancePath:instancePath+"/cost/output",schemaPath:"#/definitions/ByClass/properties/output/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(typeof data47 == "number"){
if(data47 < 0 || isNaN(data47)){
const err95 = {instancePath:instancePath+"/cost/output",schemaPath:"#/definitions/ByClass/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
if(data42.reasoning !== undefined){
let data48 = data42.reasoning;
if(!((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48)))){
const err96 = {instancePath:instancePath+"/cost/reasoning",schemaPath:"#/definitions/ByClass/properties/reasoning/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(typeof data48 == "number"){
if(data48 < 0 || isNaN(data48)){
const err97 = {instancePath:instancePath+"/cost/reasoning",schemaPath:"#/definitions/ByClass/properties/reasoning/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
if(data42.inputAudio !== undefined){
let data49 = data42.inputAudio;
if(!((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49)))){
const err98 = {instancePath:instancePath+"/cost/inputAudio",schemaPath:"#/definitions/ByClass/properties/inputAudio/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(typeof data49 == "number"){
if(data49 < 0 || isNaN(data49)){
const err99 = {instancePath:instancePath+"/cost/inputAudio",schemaPath:"#/definitions/ByClass/properties/inputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
if(data42.cacheReadAudio !== undefined){
let data50 = data42.cacheReadAudio;
if(!((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50)))){
const err100 = {instancePath:instancePath+"/cost/cacheReadAudio",schemaPath:"#/definitions/ByClass/properties/cacheReadAudio/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(typeof data50 == "number"){
if(data50 < 0 || isNaN(data50)){
const err101 = {instancePath:instancePath+"/cost/cacheReadAudio",schemaPath:"#/definitions/ByClass/properties/cacheReadAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data42.inputImage !== undefined){
let data51 = data42.inputImage;
if(!((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51)))){
const err102 = {instancePath:instancePath+"/cost/inputImage",schemaPath:"#/definitions/ByClass/properties/inputImage/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(typeof data51 == "number"){
if(data51 < 0 || isNaN(data51)){
const err103 = {instancePath:instancePath+"/cost/inputImage",schemaPath:"#/definitions/ByClass/properties/inputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
if(data42.outputAudio !== undefined){
let data52 = data42.outputAudio;
if(!((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52)))){
const err104 = {instancePath:instancePath+"/cost/outputAudio",schemaPath:"#/definitions/ByClass/properties/outputAudio/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(typeof data52 == "number"){
if(data52 < 0 || isNaN(data52)){
const err105 = {instancePath:instancePath+"/cost/outputAudio",schemaPath:"#/definitions/ByClass/properties/outputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
if(data42.outputImage !== undefined){
let data53 = data42.outputImage;
if(!((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53)))){
const err106 = {instancePath:instancePath+"/cost/outputImage",schemaPath:"#/definitions/ByClass/properties/outputImage/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(typeof data53 == "number"){
if(data53 < 0 || isNaN(data53)){
const err107 = {instancePath:instancePath+"/cost/outputImage",schemaPath:"#/definitions/ByClass/properties/outputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
if(data42.webSearch !== undefined){
let data54 = data42.webSearch;
if(!((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54)))){
const err108 = {instancePath:instancePath+"/cost/webSearch",schemaPath:"#/definitions/ByClass/properties/webSearch/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(typeof data54 == "number"){
if(data54 < 0 || isNaN(data54)){
const err109 = {instancePath:instancePath+"/cost/webSearch",schemaPath:"#/definitions/ByClass/properties/webSearch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
if(data42.fileSearch !== undefined){
let data55 = data42.fileSearch;
if(!((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55)))){
const err110 = {instancePath:instancePath+"/cost/fileSearch",schemaPath:"#/definitions/ByClass/properties/fileSearch/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(typeof data55 == "number"){
if(data55 < 0 || isNaN(data55)){
const err111 = {instancePath:instancePath+"/cost/fileSearch",schemaPath:"#/definitions/ByClass/properties/fileSearch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
if(data42.mapSearch !== undefined){
let data56 = data42.mapSearch;
if(!((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56)))){
const err112 = {instancePath:instancePath+"/cost/mapSearch",schemaPath:"#/definitions/ByClass/properties/mapSearch/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(typeof data56 == "number"){
if(data56 < 0 || isNaN(data56)){
const err113 = {instancePath:instancePath+"/cost/mapSearch",schemaPath:"#/definitions/ByClass/properties/mapSearch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
}
else {
const err114 = {instancePath:instancePath+"/cost",schemaPath:"#/definitions/ByClass/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
else {
const err115 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
