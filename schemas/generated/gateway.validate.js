/* Generated from schemas/gateway.schema.json by `npm run generate`. */
import helper0_ from 'ajv/dist/runtime/ucs2length.js';
const helper0 = helper0_.default ?? helper0_;
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://gwc.dev/schemas/gateway.schema.json","title":"GatewayConfig","description":"gateway.json: listeners, providers, accounts, keys, stores. Paths are relative to this file. Any string may be `env:NAME` or `file:PATH`; secrets must be.","type":"object","additionalProperties":false,"required":["policy"],"properties":{"$schema":{"type":"string"},"listen":{"$ref":"#/definitions/Address","default":"127.0.0.1:8787"},"admin":{"type":"object","additionalProperties":false,"required":["listen","key"],"properties":{"listen":{"$ref":"#/definitions/Address"},"key":{"$ref":"#/definitions/Secret"}}},"policy":{"type":"string","minLength":1,"description":"A .route file, or a built table (*.json)."},"env":{"enum":["dev","test","stage","prod"],"default":"prod","description":"The deployment fact `env`."},"keys":{"description":"`required`: only known keys (managed keys of the store). `open`: anyone, on a loopback listener only. A list: static keys.","oneOf":[{"enum":["required","open"]},{"type":"array","items":{"$ref":"#/definitions/StaticKey"}}]},"store":{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["memory","sqlite"]},"path":{"type":"string"}}},"cache":{"oneOf":[{"title":"MemoryCache","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"memory"},"bytesMax":{"type":"integer","minimum":0,"default":67108864}}},{"title":"RedisCache","type":"object","additionalProperties":false,"required":["kind","url"],"properties":{"kind":{"const":"redis"},"url":{"type":"string","minLength":1}}}]},"providers":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9_-]*$"},"additionalProperties":{"$ref":"#/definitions/Provider"}},"limits":{"type":"object","additionalProperties":false,"properties":{"bodyBytesMax":{"type":"integer","minimum":1024,"maximum":1073741824,"default":33554432},"headersMax":{"type":"integer","minimum":10,"maximum":1000,"default":100}}},"drain":{"type":"object","additionalProperties":false,"properties":{"graceMs":{"type":"integer","minimum":0,"default":30000}}},"log":{"type":"object","additionalProperties":false,"properties":{"level":{"enum":["debug","info","warn","error","silent"],"default":"info"}}},"tls":{"type":"object","additionalProperties":false,"required":["cert","key"],"properties":{"cert":{"type":"string"},"key":{"type":"string"}}},"cors":{"type":"object","additionalProperties":false,"properties":{"origins":{"type":"array","items":{"type":"string"}}}},"trustedProxies":{"type":"array","items":{"type":"string"}},"proxy":{"type":"string"},"ca":{"type":"string"}},"definitions":{"Address":{"type":"string","pattern":"^(\\[[0-9a-fA-F:]+\\]|[0-9A-Za-z.-]+):[0-9]{1,5}$","description":"host:port; port 0 picks a free one."},"Secret":{"type":"string","pattern":"^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$","description":"`env:NAME` or `file:PATH`, never the secret itself."},"StaticKey":{"type":"object","additionalProperties":{"type":"string","description":"A claim that the facts schema takes with `key:NAME`."},"required":["digest"],"properties":{"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","description":"SHA-256 of the whole key, in hexadecimal."},"name":{"type":"string","description":"What logs call it; default: the digest's first 8 digits."},"org":{"type":"string"},"team":{"type":"string"},"project":{"type":"string"},"developer":{"type":"string"},"models":{"type":"array","items":{"type":"string"},"description":"Ids or globs this key may ask for; absent = all."},"expires":{"type":"string","description":"RFC 3339; refused from then on."}}},"Provider":{"type":"object","additionalProperties":false,"required":["dialect"],"properties":{"dialect":{"enum":["openai","anthropic","gemini","bedrock"]},"baseUrl":{"type":"string","description":"Up to and with the version segment, such as http://127.0.0.1:8000/v1. Default: the provider's public endpoint."},"allowPrivate":{"type":"boolean","default":false,"description":"Its name may lead to an address of this machine or its network. A base URL that is such an address, a name of one label, or one below .localhost, .local, .internal or .home.arpa may without it."},"accounts":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Account"}},"models":{"type":"object","additionalProperties":{"$ref":"#/definitions/GatewayModel"},"description":"Models this provider serves beyond the catalogue, or rows that stand over it."}}},"Account":{"type":"object","additionalProperties":false,"properties":{"key":{"$ref":"#/definitions/Secret"},"weight":{"type":"number","exclusiveMinimum":0},"rpm":{"type":"integer","minimum":1},"tpm":{"type":"integer","minimum":1},"region":{"type":"string"}}},"GatewayModel":{"type":"object","additionalProperties":false,"properties":{"price":{"type":"object","description":"Dollars per million tokens.","additionalProperties":false,"properties":{"input":{"type":"number","minimum":0},"output":{"type":"number","minimum":0},"cacheRead":{"type":"number","minimum":0},"cacheWrite5m":{"type":"number","minimum":0},"cacheWrite1h":{"type":"number","minimum":0}}},"upstream":{"type":"string","description":"The name this provider knows it by, when it differs."},"context":{"type":"integer","minimum":1},"maxOutput":{"type":"integer","minimum":1},"tools":{"type":"boolean"},"images":{"type":"boolean"},"jsonSchema":{"type":"boolean"},"reasoning":{"type":"boolean"},"quality":{"type":"number","minimum":0,"maximum":1},"speed":{"type":"number","minimum":0,"description":"Tokens a second, for `fastest`."}}}}};
const schema12 = {"type":"string","pattern":"^(\\[[0-9a-fA-F:]+\\]|[0-9A-Za-z.-]+):[0-9]{1,5}$","description":"host:port; port 0 picks a free one."};
const schema14 = {"type":"string","pattern":"^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$","description":"`env:NAME` or `file:PATH`, never the secret itself."};
const schema15 = {"type":"object","additionalProperties":{"type":"string","description":"A claim that the facts schema takes with `key:NAME`."},"required":["digest"],"properties":{"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","description":"SHA-256 of the whole key, in hexadecimal."},"name":{"type":"string","description":"What logs call it; default: the digest's first 8 digits."},"org":{"type":"string"},"team":{"type":"string"},"project":{"type":"string"},"developer":{"type":"string"},"models":{"type":"array","items":{"type":"string"},"description":"Ids or globs this key may ask for; absent = all."},"expires":{"type":"string","description":"RFC 3339; refused from then on."}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = helper0;
const pattern0 = new RegExp("^(\\[[0-9a-fA-F:]+\\]|[0-9A-Za-z.-]+):[0-9]{1,5}$", "u");
const pattern2 = new RegExp("^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$", "u");
const pattern3 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern4 = new RegExp("^[a-z][a-z0-9_-]*$", "u");
const schema16 = {"type":"object","additionalProperties":false,"required":["dialect"],"properties":{"dialect":{"enum":["openai","anthropic","gemini","bedrock"]},"baseUrl":{"type":"string","description":"Up to and with the version segment, such as http://127.0.0.1:8000/v1. Default: the provider's public endpoint."},"allowPrivate":{"type":"boolean","default":false,"description":"Its name may lead to an address of this machine or its network. A base URL that is such an address, a name of one label, or one below .localhost, .local, .internal or .home.arpa may without it."},"accounts":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Account"}},"models":{"type":"object","additionalProperties":{"$ref":"#/definitions/GatewayModel"},"description":"Models this provider serves beyond the catalogue, or rows that stand over it."}}};
const schema19 = {"type":"object","additionalProperties":false,"properties":{"price":{"type":"object","description":"Dollars per million tokens.","additionalProperties":false,"properties":{"input":{"type":"number","minimum":0},"output":{"type":"number","minimum":0},"cacheRead":{"type":"number","minimum":0},"cacheWrite5m":{"type":"number","minimum":0},"cacheWrite1h":{"type":"number","minimum":0}}},"upstream":{"type":"string","description":"The name this provider knows it by, when it differs."},"context":{"type":"integer","minimum":1},"maxOutput":{"type":"integer","minimum":1},"tools":{"type":"boolean"},"images":{"type":"boolean"},"jsonSchema":{"type":"boolean"},"reasoning":{"type":"boolean"},"quality":{"type":"number","minimum":0,"maximum":1},"speed":{"type":"number","minimum":0,"description":"Tokens a second, for `fastest`."}}};
const schema17 = {"type":"object","additionalProperties":false,"properties":{"key":{"$ref":"#/definitions/Secret"},"weight":{"type":"number","exclusiveMinimum":0},"rpm":{"type":"integer","minimum":1},"tpm":{"type":"integer","minimum":1},"region":{"type":"string"}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "key") || (key0 === "weight")) || (key0 === "rpm")) || (key0 === "tpm")) || (key0 === "region"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.key !== undefined){
let data0 = data.key;
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
const err1 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/Secret/pattern",keyword:"pattern",params:{pattern: "^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$"},message:"must match pattern \""+"^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$"+"\""};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/Secret/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.weight !== undefined){
let data1 = data.weight;
if(typeof data1 == "number"){
if(data1 <= 0 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/weight",schemaPath:"#/properties/weight/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/weight",schemaPath:"#/properties/weight/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.rpm !== undefined){
let data2 = data.rpm;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
const err5 = {instancePath:instancePath+"/rpm",schemaPath:"#/properties/rpm/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data2 == "number"){
if(data2 < 1 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/rpm",schemaPath:"#/properties/rpm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data.tpm !== undefined){
let data3 = data.tpm;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
const err7 = {instancePath:instancePath+"/tpm",schemaPath:"#/properties/tpm/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(typeof data3 == "number"){
if(data3 < 1 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/tpm",schemaPath:"#/properties/tpm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data.region !== undefined){
if(typeof data.region !== "string"){
const err9 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dialect === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dialect"},message:"must have required property '"+"dialect"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "dialect") || (key0 === "baseUrl")) || (key0 === "allowPrivate")) || (key0 === "accounts")) || (key0 === "models"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.dialect !== undefined){
let data0 = data.dialect;
if(!((((data0 === "openai") || (data0 === "anthropic")) || (data0 === "gemini")) || (data0 === "bedrock"))){
const err2 = {instancePath:instancePath+"/dialect",schemaPath:"#/properties/dialect/enum",keyword:"enum",params:{allowedValues: schema16.properties.dialect.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.baseUrl !== undefined){
if(typeof data.baseUrl !== "string"){
const err3 = {instancePath:instancePath+"/baseUrl",schemaPath:"#/properties/baseUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.allowPrivate !== undefined){
if(typeof data.allowPrivate !== "boolean"){
const err4 = {instancePath:instancePath+"/allowPrivate",schemaPath:"#/properties/allowPrivate/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.accounts !== undefined){
let data3 = data.accounts;
if(Array.isArray(data3)){
if(data3.length < 1){
const err5 = {instancePath:instancePath+"/accounts",schemaPath:"#/properties/accounts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate12(data3[i0], {instancePath:instancePath+"/accounts/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/accounts",schemaPath:"#/properties/accounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.models !== undefined){
let data5 = data.models;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
let data6 = data5[key1];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
if(!(func2.call(schema19.properties, key2))){
const err7 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/GatewayModel/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data6.price !== undefined){
let data7 = data6.price;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
if(!(((((key3 === "input") || (key3 === "output")) || (key3 === "cacheRead")) || (key3 === "cacheWrite5m")) || (key3 === "cacheWrite1h"))){
const err8 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price",schemaPath:"#/definitions/GatewayModel/properties/price/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data7.input !== undefined){
let data8 = data7.input;
if(typeof data8 == "number"){
if(data8 < 0 || isNaN(data8)){
const err9 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price/input",schemaPath:"#/definitions/GatewayModel/properties/price/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price/input",schemaPath:"#/definitions/GatewayModel/properties/price/properties/input/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data7.output !== undefined){
let data9 = data7.output;
if(typeof data9 == "number"){
if(data9 < 0 || isNaN(data9)){
const err11 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price/output",schemaPath:"#/definitions/GatewayModel/properties/price/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price/output",schemaPath:"#/definitions/GatewayModel/properties/price/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data7.cacheRead !== undefined){
let data10 = data7.cacheRead;
if(typeof data10 == "number"){
if(data10 < 0 || isNaN(data10)){
const err13 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price/cacheRead",schemaPath:"#/definitions/GatewayModel/properties/price/properties/cacheRead/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price/cacheRead",schemaPath:"#/definitions/GatewayModel/properties/price/properties/cacheRead/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data7.cacheWrite5m !== undefined){
let data11 = data7.cacheWrite5m;
if(typeof data11 == "number"){
if(data11 < 0 || isNaN(data11)){
const err15 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price/cacheWrite5m",schemaPath:"#/definitions/GatewayModel/properties/price/properties/cacheWrite5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price/cacheWrite5m",schemaPath:"#/definitions/GatewayModel/properties/price/properties/cacheWrite5m/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7.cacheWrite1h !== undefined){
let data12 = data7.cacheWrite1h;
if(typeof data12 == "number"){
if(data12 < 0 || isNaN(data12)){
const err17 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price/cacheWrite1h",schemaPath:"#/definitions/GatewayModel/properties/price/properties/cacheWrite1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price/cacheWrite1h",schemaPath:"#/definitions/GatewayModel/properties/price/properties/cacheWrite1h/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
const err19 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/price",schemaPath:"#/definitions/GatewayModel/properties/price/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data6.upstream !== undefined){
if(typeof data6.upstream !== "string"){
const err20 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/upstream",schemaPath:"#/definitions/GatewayModel/properties/upstream/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.context !== undefined){
let data14 = data6.context;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
const err21 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/context",schemaPath:"#/definitions/GatewayModel/properties/context/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data14 == "number"){
if(data14 < 1 || isNaN(data14)){
const err22 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/context",schemaPath:"#/definitions/GatewayModel/properties/context/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data6.maxOutput !== undefined){
let data15 = data6.maxOutput;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
const err23 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/maxOutput",schemaPath:"#/definitions/GatewayModel/properties/maxOutput/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(typeof data15 == "number"){
if(data15 < 1 || isNaN(data15)){
const err24 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/maxOutput",schemaPath:"#/definitions/GatewayModel/properties/maxOutput/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data6.tools !== undefined){
if(typeof data6.tools !== "boolean"){
const err25 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/tools",schemaPath:"#/definitions/GatewayModel/properties/tools/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data6.images !== undefined){
if(typeof data6.images !== "boolean"){
const err26 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/images",schemaPath:"#/definitions/GatewayModel/properties/images/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data6.jsonSchema !== undefined){
if(typeof data6.jsonSchema !== "boolean"){
const err27 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/jsonSchema",schemaPath:"#/definitions/GatewayModel/properties/jsonSchema/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data6.reasoning !== undefined){
if(typeof data6.reasoning !== "boolean"){
const err28 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/reasoning",schemaPath:"#/definitions/GatewayModel/properties/reasoning/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data6.quality !== undefined){
let data20 = data6.quality;
if(typeof data20 == "number"){
if(data20 > 1 || isNaN(data20)){
const err29 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/quality",schemaPath:"#/definitions/GatewayModel/properties/quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err30 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/quality",schemaPath:"#/definitions/GatewayModel/properties/quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/quality",schemaPath:"#/definitions/GatewayModel/properties/quality/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data6.speed !== undefined){
let data21 = data6.speed;
if(typeof data21 == "number"){
if(data21 < 0 || isNaN(data21)){
const err32 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/speed",schemaPath:"#/definitions/GatewayModel/properties/speed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/speed",schemaPath:"#/definitions/GatewayModel/properties/speed/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/models/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/GatewayModel/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err35 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://gwc.dev/schemas/gateway.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.policy === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "policy"},message:"must have required property '"+"policy"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err2 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.listen !== undefined){
let data1 = data.listen;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err3 = {instancePath:instancePath+"/listen",schemaPath:"#/definitions/Address/pattern",keyword:"pattern",params:{pattern: "^(\\[[0-9a-fA-F:]+\\]|[0-9A-Za-z.-]+):[0-9]{1,5}$"},message:"must match pattern \""+"^(\\[[0-9a-fA-F:]+\\]|[0-9A-Za-z.-]+):[0-9]{1,5}$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/listen",schemaPath:"#/definitions/Address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.admin !== undefined){
let data2 = data.admin;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.listen === undefined){
const err5 = {instancePath:instancePath+"/admin",schemaPath:"#/properties/admin/required",keyword:"required",params:{missingProperty: "listen"},message:"must have required property '"+"listen"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.key === undefined){
const err6 = {instancePath:instancePath+"/admin",schemaPath:"#/properties/admin/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data2){
if(!((key1 === "listen") || (key1 === "key"))){
const err7 = {instancePath:instancePath+"/admin",schemaPath:"#/properties/admin/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.listen !== undefined){
let data3 = data2.listen;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err8 = {instancePath:instancePath+"/admin/listen",schemaPath:"#/definitions/Address/pattern",keyword:"pattern",params:{pattern: "^(\\[[0-9a-fA-F:]+\\]|[0-9A-Za-z.-]+):[0-9]{1,5}$"},message:"must match pattern \""+"^(\\[[0-9a-fA-F:]+\\]|[0-9A-Za-z.-]+):[0-9]{1,5}$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/admin/listen",schemaPath:"#/definitions/Address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.key !== undefined){
let data4 = data2.key;
if(typeof data4 === "string"){
if(!pattern2.test(data4)){
const err10 = {instancePath:instancePath+"/admin/key",schemaPath:"#/definitions/Secret/pattern",keyword:"pattern",params:{pattern: "^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$"},message:"must match pattern \""+"^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/admin/key",schemaPath:"#/definitions/Secret/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err12 = {instancePath:instancePath+"/admin",schemaPath:"#/properties/admin/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.policy !== undefined){
let data5 = data.policy;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err13 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.env !== undefined){
let data6 = data.env;
if(!((((data6 === "dev") || (data6 === "test")) || (data6 === "stage")) || (data6 === "prod"))){
const err15 = {instancePath:instancePath+"/env",schemaPath:"#/properties/env/enum",keyword:"enum",params:{allowedValues: schema11.properties.env.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.keys !== undefined){
let data7 = data.keys;
const _errs20 = errors;
let valid5 = false;
let passing0 = null;
const _errs21 = errors;
if(!((data7 === "required") || (data7 === "open"))){
const err16 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.keys.oneOf[0].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid0 = _errs21 === errors;
if(_valid0){
valid5 = true;
passing0 = 0;
}
const _errs22 = errors;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.digest === undefined){
const err17 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/definitions/StaticKey/required",keyword:"required",params:{missingProperty: "digest"},message:"must have required property '"+"digest"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key2 in data8){
if(!((((((((key2 === "digest") || (key2 === "name")) || (key2 === "org")) || (key2 === "team")) || (key2 === "project")) || (key2 === "developer")) || (key2 === "models")) || (key2 === "expires"))){
if(typeof data8[key2] !== "string"){
const err18 = {instancePath:instancePath+"/keys/" + i0+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/StaticKey/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
if(data8.digest !== undefined){
let data10 = data8.digest;
if(typeof data10 === "string"){
if(!pattern3.test(data10)){
const err19 = {instancePath:instancePath+"/keys/" + i0+"/digest",schemaPath:"#/definitions/StaticKey/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/keys/" + i0+"/digest",schemaPath:"#/definitions/StaticKey/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data8.name !== undefined){
if(typeof data8.name !== "string"){
const err21 = {instancePath:instancePath+"/keys/" + i0+"/name",schemaPath:"#/definitions/StaticKey/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data8.org !== undefined){
if(typeof data8.org !== "string"){
const err22 = {instancePath:instancePath+"/keys/" + i0+"/org",schemaPath:"#/definitions/StaticKey/properties/org/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data8.team !== undefined){
if(typeof data8.team !== "string"){
const err23 = {instancePath:instancePath+"/keys/" + i0+"/team",schemaPath:"#/definitions/StaticKey/properties/team/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data8.project !== undefined){
if(typeof data8.project !== "string"){
const err24 = {instancePath:instancePath+"/keys/" + i0+"/project",schemaPath:"#/definitions/StaticKey/properties/project/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data8.developer !== undefined){
if(typeof data8.developer !== "string"){
const err25 = {instancePath:instancePath+"/keys/" + i0+"/developer",schemaPath:"#/definitions/StaticKey/properties/developer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data8.models !== undefined){
let data16 = data8.models;
if(Array.isArray(data16)){
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
if(typeof data16[i1] !== "string"){
const err26 = {instancePath:instancePath+"/keys/" + i0+"/models/" + i1,schemaPath:"#/definitions/StaticKey/properties/models/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err27 = {instancePath:instancePath+"/keys/" + i0+"/models",schemaPath:"#/definitions/StaticKey/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data8.expires !== undefined){
if(typeof data8.expires !== "string"){
const err28 = {instancePath:instancePath+"/keys/" + i0+"/expires",schemaPath:"#/definitions/StaticKey/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err29 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/definitions/StaticKey/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err30 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var _valid0 = _errs22 === errors;
if(_valid0 && valid5){
valid5 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid5 = true;
passing0 = 1;
}
}
if(!valid5){
const err31 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
else {
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
}
}
if(data.store !== undefined){
let data19 = data.store;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.kind === undefined){
const err32 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key3 in data19){
if(!((key3 === "kind") || (key3 === "path"))){
const err33 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data19.kind !== undefined){
let data20 = data19.kind;
if(!((data20 === "memory") || (data20 === "sqlite"))){
const err34 = {instancePath:instancePath+"/store/kind",schemaPath:"#/properties/store/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.store.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data19.path !== undefined){
if(typeof data19.path !== "string"){
const err35 = {instancePath:instancePath+"/store/path",schemaPath:"#/properties/store/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err36 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.cache !== undefined){
let data22 = data.cache;
const _errs55 = errors;
let valid14 = false;
let passing1 = null;
const _errs56 = errors;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.kind === undefined){
const err37 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/0/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
for(const key4 in data22){
if(!((key4 === "kind") || (key4 === "bytesMax"))){
const err38 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data22.kind !== undefined){
if("memory" !== data22.kind){
const err39 = {instancePath:instancePath+"/cache/kind",schemaPath:"#/properties/cache/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "memory"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data22.bytesMax !== undefined){
let data24 = data22.bytesMax;
if(!((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24)))){
const err40 = {instancePath:instancePath+"/cache/bytesMax",schemaPath:"#/properties/cache/oneOf/0/properties/bytesMax/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(typeof data24 == "number"){
if(data24 < 0 || isNaN(data24)){
const err41 = {instancePath:instancePath+"/cache/bytesMax",schemaPath:"#/properties/cache/oneOf/0/properties/bytesMax/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
}
else {
const err42 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var _valid1 = _errs56 === errors;
if(_valid1){
valid14 = true;
passing1 = 0;
}
const _errs62 = errors;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.kind === undefined){
const err43 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/1/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data22.url === undefined){
const err44 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/1/required",keyword:"required",params:{missingProperty: "url"},message:"must have required property '"+"url"+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
for(const key5 in data22){
if(!((key5 === "kind") || (key5 === "url"))){
const err45 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data22.kind !== undefined){
if("redis" !== data22.kind){
const err46 = {instancePath:instancePath+"/cache/kind",schemaPath:"#/properties/cache/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "redis"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data22.url !== undefined){
let data26 = data22.url;
if(typeof data26 === "string"){
if(func3(data26) < 1){
const err47 = {instancePath:instancePath+"/cache/url",schemaPath:"#/properties/cache/oneOf/1/properties/url/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/cache/url",schemaPath:"#/properties/cache/oneOf/1/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err49 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
var _valid1 = _errs62 === errors;
if(_valid1 && valid14){
valid14 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid14 = true;
passing1 = 1;
}
}
if(!valid14){
const err50 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
else {
errors = _errs55;
if(vErrors !== null){
if(_errs55){
vErrors.length = _errs55;
}
else {
vErrors = null;
}
}
}
}
if(data.providers !== undefined){
let data27 = data.providers;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key6 in data27){
const _errs70 = errors;
if(typeof key6 === "string"){
if(!pattern4.test(key6)){
const err51 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",propertyName:key6};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
var valid17 = _errs70 === errors;
if(!valid17){
const err52 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
for(const key7 in data27){
if(!(validate11(data27[key7], {instancePath:instancePath+"/providers/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data27,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err53 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.limits !== undefined){
let data29 = data.limits;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key8 in data29){
if(!((key8 === "bodyBytesMax") || (key8 === "headersMax"))){
const err54 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data29.bodyBytesMax !== undefined){
let data30 = data29.bodyBytesMax;
if(!((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30)))){
const err55 = {instancePath:instancePath+"/limits/bodyBytesMax",schemaPath:"#/properties/limits/properties/bodyBytesMax/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(typeof data30 == "number"){
if(data30 > 1073741824 || isNaN(data30)){
const err56 = {instancePath:instancePath+"/limits/bodyBytesMax",schemaPath:"#/properties/limits/properties/bodyBytesMax/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1073741824},message:"must be <= 1073741824"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data30 < 1024 || isNaN(data30)){
const err57 = {instancePath:instancePath+"/limits/bodyBytesMax",schemaPath:"#/properties/limits/properties/bodyBytesMax/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024"};
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
if(data29.headersMax !== undefined){
let data31 = data29.headersMax;
if(!((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31)))){
const err58 = {instancePath:instancePath+"/limits/headersMax",schemaPath:"#/properties/limits/properties/headersMax/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(typeof data31 == "number"){
if(data31 > 1000 || isNaN(data31)){
const err59 = {instancePath:instancePath+"/limits/headersMax",schemaPath:"#/properties/limits/properties/headersMax/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data31 < 10 || isNaN(data31)){
const err60 = {instancePath:instancePath+"/limits/headersMax",schemaPath:"#/properties/limits/properties/headersMax/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10},message:"must be >= 10"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
}
else {
const err61 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.drain !== undefined){
let data32 = data.drain;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key9 in data32){
if(!(key9 === "graceMs")){
const err62 = {instancePath:instancePath+"/drain",schemaPath:"#/properties/drain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data32.graceMs !== undefined){
let data33 = data32.graceMs;
if(!((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33)))){
const err63 = {instancePath:instancePath+"/drain/graceMs",schemaPath:"#/properties/drain/properties/graceMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(typeof data33 == "number"){
if(data33 < 0 || isNaN(data33)){
const err64 = {instancePath:instancePath+"/drain/graceMs",schemaPath:"#/properties/drain/properties/graceMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
}
else {
const err65 = {instancePath:instancePath+"/drain",schemaPath:"#/properties/drain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.log !== undefined){
let data34 = data.log;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key10 in data34){
if(!(key10 === "level")){
const err66 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data34.level !== undefined){
let data35 = data34.level;
if(!(((((data35 === "debug") || (data35 === "info")) || (data35 === "warn")) || (data35 === "error")) || (data35 === "silent"))){
const err67 = {instancePath:instancePath+"/log/level",schemaPath:"#/properties/log/properties/level/enum",keyword:"enum",params:{allowedValues: schema11.properties.log.properties.level.enum},message:"must be equal to one of the allowed values"};
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
else {
const err68 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data.tls !== undefined){
let data36 = data.tls;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.cert === undefined){
const err69 = {instancePath:instancePath+"/tls",schemaPath:"#/properties/tls/required",keyword:"required",params:{missingProperty: "cert"},message:"must have required property '"+"cert"+"'"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data36.key === undefined){
const err70 = {instancePath:instancePath+"/tls",schemaPath:"#/properties/tls/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
for(const key11 in data36){
if(!((key11 === "cert") || (key11 === "key"))){
const err71 = {instancePath:instancePath+"/tls",schemaPath:"#/properties/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data36.cert !== undefined){
if(typeof data36.cert !== "string"){
const err72 = {instancePath:instancePath+"/tls/cert",schemaPath:"#/properties/tls/properties/cert/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data36.key !== undefined){
if(typeof data36.key !== "string"){
const err73 = {instancePath:instancePath+"/tls/key",schemaPath:"#/properties/tls/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err74 = {instancePath:instancePath+"/tls",schemaPath:"#/properties/tls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data.cors !== undefined){
let data39 = data.cors;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
for(const key12 in data39){
if(!(key12 === "origins")){
const err75 = {instancePath:instancePath+"/cors",schemaPath:"#/properties/cors/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data39.origins !== undefined){
let data40 = data39.origins;
if(Array.isArray(data40)){
const len2 = data40.length;
for(let i2=0; i2<len2; i2++){
if(typeof data40[i2] !== "string"){
const err76 = {instancePath:instancePath+"/cors/origins/" + i2,schemaPath:"#/properties/cors/properties/origins/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err77 = {instancePath:instancePath+"/cors/origins",schemaPath:"#/properties/cors/properties/origins/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err78 = {instancePath:instancePath+"/cors",schemaPath:"#/properties/cors/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data.trustedProxies !== undefined){
let data42 = data.trustedProxies;
if(Array.isArray(data42)){
const len3 = data42.length;
for(let i3=0; i3<len3; i3++){
if(typeof data42[i3] !== "string"){
const err79 = {instancePath:instancePath+"/trustedProxies/" + i3,schemaPath:"#/properties/trustedProxies/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err80 = {instancePath:instancePath+"/trustedProxies",schemaPath:"#/properties/trustedProxies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data.proxy !== undefined){
if(typeof data.proxy !== "string"){
const err81 = {instancePath:instancePath+"/proxy",schemaPath:"#/properties/proxy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data.ca !== undefined){
if(typeof data.ca !== "string"){
const err82 = {instancePath:instancePath+"/ca",schemaPath:"#/properties/ca/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
