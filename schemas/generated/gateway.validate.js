/* Generated from schemas/gateway.schema.json by `npm run generate`. */
import helper0_ from 'ajv/dist/runtime/ucs2length.js';
const helper0 = helper0_.default ?? helper0_;
import helper1_ from 'ajv/dist/runtime/equal.js';
const helper1 = helper1_.default ?? helper1_;
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://gwc.dev/schemas/gateway.schema.json","title":"GatewayConfig","description":"gateway.json: listeners, providers, accounts, keys, stores. Paths are relative to this file. Any string may be `env:NAME` or `file:PATH`; secrets must be.","type":"object","additionalProperties":false,"required":["policy"],"properties":{"$schema":{"type":"string"},"listen":{"$ref":"#/definitions/Address","default":"127.0.0.1:8787"},"admin":{"type":"object","additionalProperties":false,"required":["listen","key"],"properties":{"listen":{"$ref":"#/definitions/Address"},"key":{"$ref":"#/definitions/Secret"},"tls":{"$ref":"#/definitions/Tls"}}},"policy":{"type":"string","minLength":1,"description":"A .route file, a built table (*.json), or the https: URL of one, which is asked for once a minute."},"env":{"enum":["dev","test","stage","prod"],"default":"prod","description":"The deployment fact `env`."},"keys":{"description":"`required`: only known keys (managed keys of the store). `open`: anyone, on a loopback listener only. A list: static keys.","oneOf":[{"enum":["required","open"]},{"type":"array","items":{"$ref":"#/definitions/StaticKey"}}]},"jwt":{"type":"object","additionalProperties":false,"required":["issuer","audience","jwks"],"description":"Tokens (JSON Web Tokens) that are taken beside keys: signed with RS256, PS256, ES256 or EdDSA by a key of the issuer's.","properties":{"issuer":{"type":"string","minLength":1,"description":"The claim `iss`, to the letter."},"audience":{"type":"string","minLength":1,"description":"What the claim `aud` has to name."},"jwks":{"type":"string","minLength":1,"description":"Where the issuer's public keys are (a JSON Web Key Set): an https: URL, or `file:PATH`. Read when the first token comes, and again every ten minutes."},"claims":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9_]{0,63}$"},"additionalProperties":{"type":"string","minLength":1},"description":"Which claim tells which fact: `org`, `team`, `project`, `developer`, or a claim of keys (`key:NAME`)."}}},"store":{"description":"Where holds, budgets, limits, the ledger and managed keys are kept. Default: sqlite, in .gwc/gwc.db beside this file.","oneOf":[{"title":"MemoryStore","description":"Forgotten at the end of the process: for tests.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"memory"}}},{"title":"SqliteStore","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"sqlite"},"path":{"type":"string","minLength":1,"default":".gwc/gwc.db"},"durability":{"enum":["process","power"],"default":"process","description":"`process`: what is held outlives a crash of gwc. `power`: of the machine too; each write waits for the disk."}}}]},"telemetry":{"type":"object","additionalProperties":false,"properties":{"otlp":{"title":"Otlp","type":"object","additionalProperties":false,"required":["endpoint"],"properties":{"endpoint":{"type":"string","minLength":1,"description":"Collector that takes OTLP over HTTP as JSON, such as http://127.0.0.1:4318; without a path, /v1/traces is asked for."},"headers":{"type":"object","additionalProperties":{"type":"string"},"description":"Sent with each batch; a key as env:NAME or file:PATH."}}}}},"alerts":{"type":"object","additionalProperties":false,"properties":{"webhook":{"type":"string","minLength":1,"description":"Each threshold of `warn at` that is passed is posted to this URL as JSON, beside the log and the metrics."}}},"cache":{"oneOf":[{"title":"MemoryCache","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"memory"},"bytesMax":{"type":"integer","minimum":0,"default":67108864},"semantic":{"$ref":"#/definitions/SemanticCache"}}},{"title":"RedisCache","type":"object","additionalProperties":false,"required":["kind","url"],"properties":{"kind":{"const":"redis"},"url":{"type":"string","minLength":1},"semantic":{"$ref":"#/definitions/SemanticCache"}}}]},"providers":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9_-]*$"},"additionalProperties":{"$ref":"#/definitions/Provider"}},"limits":{"type":"object","additionalProperties":false,"properties":{"bodyBytesMax":{"type":"integer","minimum":1024,"maximum":1073741824,"default":33554432},"headersMax":{"type":"integer","minimum":10,"maximum":1000,"default":100}}},"drain":{"type":"object","additionalProperties":false,"properties":{"graceMs":{"type":"integer","minimum":0,"default":30000}}},"log":{"type":"object","additionalProperties":false,"properties":{"level":{"enum":["debug","info","warn","error","silent"],"default":"info"}}},"tls":{"$ref":"#/definitions/Tls"},"cors":{"type":"object","additionalProperties":false,"properties":{"origins":{"type":"array","maxItems":1000,"items":{"type":"string","minLength":1},"description":"Web origins whose pages may call the data listener, exact: \"https://chat.example.com\". Default: none."}}},"trustedProxies":{"type":"array","maxItems":1000,"items":{"type":"string","minLength":1},"description":"Networks of proxies before gwc whose `Forwarded` or `X-Forwarded-For` tells the client's address: \"10.0.0.0/8\"."},"proxy":{"type":"string","minLength":1,"description":"URL of the HTTP or HTTPS proxy through which providers are reached (CONNECT); `env:NAME` where it holds a password. Providers in this machine or its network are reached directly."},"ca":{"type":"string","minLength":1,"description":"A PEM file of certificate authorities that are believed beside the well-known ones when providers are reached."}},"definitions":{"Address":{"type":"string","pattern":"^(\\[[0-9a-fA-F:]+\\]|[0-9A-Za-z.-]+):[0-9]{1,5}$","description":"host:port; port 0 picks a free one."},"Tls":{"type":"object","additionalProperties":false,"required":["cert","key"],"description":"TLS 1.2 and 1.3, HTTP/1.1. The files are watched: a renewed pair is used for new connections.","properties":{"cert":{"type":"string","minLength":1,"description":"PEM file of the certificate, those that signed it after it; or `env:NAME` of a variable that holds the PEM."},"key":{"type":"string","minLength":1,"description":"PEM file of its private key, or `env:NAME`."}}},"SemanticCache":{"type":"object","additionalProperties":false,"description":"How `semantic` of a policy's cache table finds like questions. Absent: by words alone, with what stands as default here.","properties":{"entriesMax":{"type":"integer","minimum":1,"maximum":1000000,"default":100000,"description":"Questions that are kept at most; the one that was used longest ago goes first."},"bytesMax":{"type":"integer","minimum":65536,"default":67108864,"description":"Memory of their vectors."},"shadow":{"type":"number","minimum":0,"maximum":1,"default":0.02,"description":"Share of semantic hits that are answered afresh too, and compared by the policy's judge."},"budget":{"type":"string","pattern":"^[a-z][a-z0-9_]*$","description":"The policy's budget that this is charged to. Absent: whatever the request itself is charged to."},"embedder":{"type":"object","additionalProperties":false,"required":["model","dimensions"],"description":"A model that proposes like questions, in place of their words. The verifier decides all the same.","properties":{"model":{"type":"string","minLength":1,"description":"provider/name: an embedding model of a provider of this file."},"dimensions":{"type":"integer","minimum":32,"maximum":8192},"withinMs":{"type":"integer","minimum":1,"maximum":10000,"default":50,"description":"Later is a miss."}}}}},"Secret":{"type":"string","pattern":"^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$","description":"`env:NAME` or `file:PATH`, never the secret itself."},"StaticKey":{"type":"object","additionalProperties":{"type":"string","description":"A claim that the facts schema takes with `key:NAME`."},"required":["digest"],"properties":{"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","description":"SHA-256 of the whole key, in hexadecimal."},"name":{"type":"string","description":"What logs call it; default: the digest's first 8 digits."},"org":{"type":"string"},"team":{"type":"string"},"project":{"type":"string"},"developer":{"type":"string"},"models":{"type":"array","items":{"type":"string"},"description":"Ids or globs this key may ask for; absent = all."},"expires":{"type":"string","description":"RFC 3339; refused from then on."}}},"Provider":{"type":"object","additionalProperties":false,"required":["dialect"],"properties":{"dialect":{"enum":["openai","anthropic","gemini","bedrock"]},"baseUrl":{"type":"string","description":"Up to and with the version segment, such as http://127.0.0.1:8000/v1. Default: the provider's public endpoint."},"allowPrivate":{"type":"boolean","default":false,"description":"Its name may lead to an address of this machine or its network. A base URL that is such an address, a name of one label, or one below .localhost, .local, .internal or .home.arpa may without it."},"speaks":{"type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["chat","responses","completions","embeddings","messages","generate"]},"description":"The APIs that it serves, where they are others than gwc knows of it. Default: those of its row."},"accounts":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Account"}},"models":{"type":"object","propertyNames":{"pattern":"^[A-Za-z0-9._:/@-]{1,128}$"},"additionalProperties":{"$ref":"#/definitions/GatewayModel"},"description":"Models this provider serves beyond the catalogue, or rows that stand over it."}}},"Account":{"type":"object","additionalProperties":false,"properties":{"key":{"$ref":"#/definitions/Secret"},"weight":{"type":"number","exclusiveMinimum":0},"rpm":{"type":"integer","minimum":1},"tpm":{"type":"integer","minimum":1},"region":{"type":"string","description":"Where the account is, for people who read this file; nothing is chosen by it."}}},"GatewayPrice":{"type":"object","description":"Dollars per million tokens, at every time and size of input; what is absent stays as the catalogue has it.","additionalProperties":false,"properties":{"input":{"type":"number","minimum":0},"output":{"type":"number","minimum":0},"cacheRead":{"type":"number","minimum":0},"cacheWrite5m":{"type":"number","minimum":0},"cacheWrite1h":{"type":"number","minimum":0},"reasoning":{"type":"number","minimum":0},"inputAudio":{"type":"number","minimum":0},"outputAudio":{"type":"number","minimum":0},"cacheReadAudio":{"type":"number","minimum":0},"inputImage":{"type":"number","minimum":0},"outputImage":{"type":"number","minimum":0},"services":{"type":"object","description":"Prices of the provider's other services.","additionalProperties":false,"properties":{"batch":{"$ref":"#/definitions/GatewayRates"},"flex":{"$ref":"#/definitions/GatewayRates"},"priority":{"$ref":"#/definitions/GatewayRates"},"ultrafast":{"$ref":"#/definitions/GatewayRates"}}},"calls":{"type":"object","description":"Dollars for a thousand calls of the provider's own tools.","additionalProperties":false,"properties":{"webSearch":{"type":"number","minimum":0},"fileSearch":{"type":"number","minimum":0},"mapSearch":{"type":"number","minimum":0}}},"times":{"type":"object","description":"By what every rate is multiplied where a request asks for that: 1.1.","additionalProperties":false,"properties":{"fast":{"$ref":"#/definitions/Factor"},"us":{"$ref":"#/definitions/Factor"},"eu":{"$ref":"#/definitions/Factor"},"region":{"$ref":"#/definitions/Factor"}}}}},"GatewayRates":{"type":"object","description":"Dollars per million tokens.","additionalProperties":false,"properties":{"input":{"type":"number","minimum":0},"output":{"type":"number","minimum":0},"cacheRead":{"type":"number","minimum":0},"cacheWrite5m":{"type":"number","minimum":0},"cacheWrite1h":{"type":"number","minimum":0},"reasoning":{"type":"number","minimum":0},"inputAudio":{"type":"number","minimum":0},"outputAudio":{"type":"number","minimum":0},"cacheReadAudio":{"type":"number","minimum":0},"inputImage":{"type":"number","minimum":0},"outputImage":{"type":"number","minimum":0}}},"Factor":{"type":"number","minimum":0.001,"maximum":100},"GatewayModel":{"type":"object","additionalProperties":false,"properties":{"price":{"$ref":"#/definitions/GatewayPrice"},"upstream":{"type":"string","pattern":"^[\\x20-\\x7e]{1,256}$","description":"The name this provider knows it by, when it differs."},"context":{"type":"integer","minimum":1},"maxOutput":{"type":"integer","minimum":1},"tools":{"type":"boolean"},"images":{"type":"boolean"},"jsonSchema":{"type":"boolean"},"reasoning":{"type":"boolean"},"quality":{"type":"number","minimum":0,"maximum":1},"speed":{"type":"number","minimum":0,"description":"Tokens a second, for `fastest`."}}}}};
const schema12 = {"type":"string","pattern":"^(\\[[0-9a-fA-F:]+\\]|[0-9A-Za-z.-]+):[0-9]{1,5}$","description":"host:port; port 0 picks a free one."};
const schema14 = {"type":"string","pattern":"^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$","description":"`env:NAME` or `file:PATH`, never the secret itself."};
const schema15 = {"type":"object","additionalProperties":false,"required":["cert","key"],"description":"TLS 1.2 and 1.3, HTTP/1.1. The files are watched: a renewed pair is used for new connections.","properties":{"cert":{"type":"string","minLength":1,"description":"PEM file of the certificate, those that signed it after it; or `env:NAME` of a variable that holds the PEM."},"key":{"type":"string","minLength":1,"description":"PEM file of its private key, or `env:NAME`."}}};
const schema16 = {"type":"object","additionalProperties":{"type":"string","description":"A claim that the facts schema takes with `key:NAME`."},"required":["digest"],"properties":{"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","description":"SHA-256 of the whole key, in hexadecimal."},"name":{"type":"string","description":"What logs call it; default: the digest's first 8 digits."},"org":{"type":"string"},"team":{"type":"string"},"project":{"type":"string"},"developer":{"type":"string"},"models":{"type":"array","items":{"type":"string"},"description":"Ids or globs this key may ask for; absent = all."},"expires":{"type":"string","description":"RFC 3339; refused from then on."}}};
const schema17 = {"type":"object","additionalProperties":false,"description":"How `semantic` of a policy's cache table finds like questions. Absent: by words alone, with what stands as default here.","properties":{"entriesMax":{"type":"integer","minimum":1,"maximum":1000000,"default":100000,"description":"Questions that are kept at most; the one that was used longest ago goes first."},"bytesMax":{"type":"integer","minimum":65536,"default":67108864,"description":"Memory of their vectors."},"shadow":{"type":"number","minimum":0,"maximum":1,"default":0.02,"description":"Share of semantic hits that are answered afresh too, and compared by the policy's judge."},"budget":{"type":"string","pattern":"^[a-z][a-z0-9_]*$","description":"The policy's budget that this is charged to. Absent: whatever the request itself is charged to."},"embedder":{"type":"object","additionalProperties":false,"required":["model","dimensions"],"description":"A model that proposes like questions, in place of their words. The verifier decides all the same.","properties":{"model":{"type":"string","minLength":1,"description":"provider/name: an embedding model of a provider of this file."},"dimensions":{"type":"integer","minimum":32,"maximum":8192},"withinMs":{"type":"integer","minimum":1,"maximum":10000,"default":50,"description":"Later is a miss."}}}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = helper0;
const pattern0 = new RegExp("^(\\[[0-9a-fA-F:]+\\]|[0-9A-Za-z.-]+):[0-9]{1,5}$", "u");
const pattern2 = new RegExp("^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$", "u");
const pattern3 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern4 = new RegExp("^[a-z][a-z0-9_]{0,63}$", "u");
const pattern5 = new RegExp("^[a-z][a-z0-9_]*$", "u");
const pattern7 = new RegExp("^[a-z][a-z0-9_-]*$", "u");
const schema19 = {"type":"object","additionalProperties":false,"required":["dialect"],"properties":{"dialect":{"enum":["openai","anthropic","gemini","bedrock"]},"baseUrl":{"type":"string","description":"Up to and with the version segment, such as http://127.0.0.1:8000/v1. Default: the provider's public endpoint."},"allowPrivate":{"type":"boolean","default":false,"description":"Its name may lead to an address of this machine or its network. A base URL that is such an address, a name of one label, or one below .localhost, .local, .internal or .home.arpa may without it."},"speaks":{"type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["chat","responses","completions","embeddings","messages","generate"]},"description":"The APIs that it serves, where they are others than gwc knows of it. Default: those of its row."},"accounts":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/Account"}},"models":{"type":"object","propertyNames":{"pattern":"^[A-Za-z0-9._:/@-]{1,128}$"},"additionalProperties":{"$ref":"#/definitions/GatewayModel"},"description":"Models this provider serves beyond the catalogue, or rows that stand over it."}}};
const func0 = helper1;
const schema20 = {"type":"object","additionalProperties":false,"properties":{"key":{"$ref":"#/definitions/Secret"},"weight":{"type":"number","exclusiveMinimum":0},"rpm":{"type":"integer","minimum":1},"tpm":{"type":"integer","minimum":1},"region":{"type":"string","description":"Where the account is, for people who read this file; nothing is chosen by it."}}};

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

const schema22 = {"type":"object","additionalProperties":false,"properties":{"price":{"$ref":"#/definitions/GatewayPrice"},"upstream":{"type":"string","pattern":"^[\\x20-\\x7e]{1,256}$","description":"The name this provider knows it by, when it differs."},"context":{"type":"integer","minimum":1},"maxOutput":{"type":"integer","minimum":1},"tools":{"type":"boolean"},"images":{"type":"boolean"},"jsonSchema":{"type":"boolean"},"reasoning":{"type":"boolean"},"quality":{"type":"number","minimum":0,"maximum":1},"speed":{"type":"number","minimum":0,"description":"Tokens a second, for `fastest`."}}};
const schema23 = {"type":"object","description":"Dollars per million tokens, at every time and size of input; what is absent stays as the catalogue has it.","additionalProperties":false,"properties":{"input":{"type":"number","minimum":0},"output":{"type":"number","minimum":0},"cacheRead":{"type":"number","minimum":0},"cacheWrite5m":{"type":"number","minimum":0},"cacheWrite1h":{"type":"number","minimum":0},"reasoning":{"type":"number","minimum":0},"inputAudio":{"type":"number","minimum":0},"outputAudio":{"type":"number","minimum":0},"cacheReadAudio":{"type":"number","minimum":0},"inputImage":{"type":"number","minimum":0},"outputImage":{"type":"number","minimum":0},"services":{"type":"object","description":"Prices of the provider's other services.","additionalProperties":false,"properties":{"batch":{"$ref":"#/definitions/GatewayRates"},"flex":{"$ref":"#/definitions/GatewayRates"},"priority":{"$ref":"#/definitions/GatewayRates"},"ultrafast":{"$ref":"#/definitions/GatewayRates"}}},"calls":{"type":"object","description":"Dollars for a thousand calls of the provider's own tools.","additionalProperties":false,"properties":{"webSearch":{"type":"number","minimum":0},"fileSearch":{"type":"number","minimum":0},"mapSearch":{"type":"number","minimum":0}}},"times":{"type":"object","description":"By what every rate is multiplied where a request asks for that: 1.1.","additionalProperties":false,"properties":{"fast":{"$ref":"#/definitions/Factor"},"us":{"$ref":"#/definitions/Factor"},"eu":{"$ref":"#/definitions/Factor"},"region":{"$ref":"#/definitions/Factor"}}}}};
const schema24 = {"type":"object","description":"Dollars per million tokens.","additionalProperties":false,"properties":{"input":{"type":"number","minimum":0},"output":{"type":"number","minimum":0},"cacheRead":{"type":"number","minimum":0},"cacheWrite5m":{"type":"number","minimum":0},"cacheWrite1h":{"type":"number","minimum":0},"reasoning":{"type":"number","minimum":0},"inputAudio":{"type":"number","minimum":0},"outputAudio":{"type":"number","minimum":0},"cacheReadAudio":{"type":"number","minimum":0},"inputImage":{"type":"number","minimum":0},"outputImage":{"type":"number","minimum":0}}};
const schema28 = {"type":"number","minimum":0.001,"maximum":100};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema23.properties, key0))){
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
if(data.input !== undefined){
let data0 = data.input;
if(typeof data0 == "number"){
if(data0 < 0 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err2 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.output !== undefined){
let data1 = data.output;
if(typeof data1 == "number"){
if(data1 < 0 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err4 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.cacheRead !== undefined){
let data2 = data.cacheRead;
if(typeof data2 == "number"){
if(data2 < 0 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/cacheRead",schemaPath:"#/properties/cacheRead/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/cacheRead",schemaPath:"#/properties/cacheRead/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.cacheWrite5m !== undefined){
let data3 = data.cacheWrite5m;
if(typeof data3 == "number"){
if(data3 < 0 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/cacheWrite5m",schemaPath:"#/properties/cacheWrite5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/cacheWrite5m",schemaPath:"#/properties/cacheWrite5m/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.cacheWrite1h !== undefined){
let data4 = data.cacheWrite1h;
if(typeof data4 == "number"){
if(data4 < 0 || isNaN(data4)){
const err9 = {instancePath:instancePath+"/cacheWrite1h",schemaPath:"#/properties/cacheWrite1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err10 = {instancePath:instancePath+"/cacheWrite1h",schemaPath:"#/properties/cacheWrite1h/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.reasoning !== undefined){
let data5 = data.reasoning;
if(typeof data5 == "number"){
if(data5 < 0 || isNaN(data5)){
const err11 = {instancePath:instancePath+"/reasoning",schemaPath:"#/properties/reasoning/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err12 = {instancePath:instancePath+"/reasoning",schemaPath:"#/properties/reasoning/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.inputAudio !== undefined){
let data6 = data.inputAudio;
if(typeof data6 == "number"){
if(data6 < 0 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/inputAudio",schemaPath:"#/properties/inputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err14 = {instancePath:instancePath+"/inputAudio",schemaPath:"#/properties/inputAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.outputAudio !== undefined){
let data7 = data.outputAudio;
if(typeof data7 == "number"){
if(data7 < 0 || isNaN(data7)){
const err15 = {instancePath:instancePath+"/outputAudio",schemaPath:"#/properties/outputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err16 = {instancePath:instancePath+"/outputAudio",schemaPath:"#/properties/outputAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.cacheReadAudio !== undefined){
let data8 = data.cacheReadAudio;
if(typeof data8 == "number"){
if(data8 < 0 || isNaN(data8)){
const err17 = {instancePath:instancePath+"/cacheReadAudio",schemaPath:"#/properties/cacheReadAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err18 = {instancePath:instancePath+"/cacheReadAudio",schemaPath:"#/properties/cacheReadAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.inputImage !== undefined){
let data9 = data.inputImage;
if(typeof data9 == "number"){
if(data9 < 0 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/inputImage",schemaPath:"#/properties/inputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err20 = {instancePath:instancePath+"/inputImage",schemaPath:"#/properties/inputImage/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.outputImage !== undefined){
let data10 = data.outputImage;
if(typeof data10 == "number"){
if(data10 < 0 || isNaN(data10)){
const err21 = {instancePath:instancePath+"/outputImage",schemaPath:"#/properties/outputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/outputImage",schemaPath:"#/properties/outputImage/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.services !== undefined){
let data11 = data.services;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 in data11){
if(!((((key1 === "batch") || (key1 === "flex")) || (key1 === "priority")) || (key1 === "ultrafast"))){
const err23 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data11.batch !== undefined){
let data12 = data11.batch;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
if(!(func2.call(schema24.properties, key2))){
const err24 = {instancePath:instancePath+"/services/batch",schemaPath:"#/definitions/GatewayRates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data12.input !== undefined){
let data13 = data12.input;
if(typeof data13 == "number"){
if(data13 < 0 || isNaN(data13)){
const err25 = {instancePath:instancePath+"/services/batch/input",schemaPath:"#/definitions/GatewayRates/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/services/batch/input",schemaPath:"#/definitions/GatewayRates/properties/input/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data12.output !== undefined){
let data14 = data12.output;
if(typeof data14 == "number"){
if(data14 < 0 || isNaN(data14)){
const err27 = {instancePath:instancePath+"/services/batch/output",schemaPath:"#/definitions/GatewayRates/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err28 = {instancePath:instancePath+"/services/batch/output",schemaPath:"#/definitions/GatewayRates/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data12.cacheRead !== undefined){
let data15 = data12.cacheRead;
if(typeof data15 == "number"){
if(data15 < 0 || isNaN(data15)){
const err29 = {instancePath:instancePath+"/services/batch/cacheRead",schemaPath:"#/definitions/GatewayRates/properties/cacheRead/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/services/batch/cacheRead",schemaPath:"#/definitions/GatewayRates/properties/cacheRead/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data12.cacheWrite5m !== undefined){
let data16 = data12.cacheWrite5m;
if(typeof data16 == "number"){
if(data16 < 0 || isNaN(data16)){
const err31 = {instancePath:instancePath+"/services/batch/cacheWrite5m",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/services/batch/cacheWrite5m",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite5m/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data12.cacheWrite1h !== undefined){
let data17 = data12.cacheWrite1h;
if(typeof data17 == "number"){
if(data17 < 0 || isNaN(data17)){
const err33 = {instancePath:instancePath+"/services/batch/cacheWrite1h",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/services/batch/cacheWrite1h",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite1h/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data12.reasoning !== undefined){
let data18 = data12.reasoning;
if(typeof data18 == "number"){
if(data18 < 0 || isNaN(data18)){
const err35 = {instancePath:instancePath+"/services/batch/reasoning",schemaPath:"#/definitions/GatewayRates/properties/reasoning/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/services/batch/reasoning",schemaPath:"#/definitions/GatewayRates/properties/reasoning/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data12.inputAudio !== undefined){
let data19 = data12.inputAudio;
if(typeof data19 == "number"){
if(data19 < 0 || isNaN(data19)){
const err37 = {instancePath:instancePath+"/services/batch/inputAudio",schemaPath:"#/definitions/GatewayRates/properties/inputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/services/batch/inputAudio",schemaPath:"#/definitions/GatewayRates/properties/inputAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data12.outputAudio !== undefined){
let data20 = data12.outputAudio;
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
const err39 = {instancePath:instancePath+"/services/batch/outputAudio",schemaPath:"#/definitions/GatewayRates/properties/outputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/services/batch/outputAudio",schemaPath:"#/definitions/GatewayRates/properties/outputAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data12.cacheReadAudio !== undefined){
let data21 = data12.cacheReadAudio;
if(typeof data21 == "number"){
if(data21 < 0 || isNaN(data21)){
const err41 = {instancePath:instancePath+"/services/batch/cacheReadAudio",schemaPath:"#/definitions/GatewayRates/properties/cacheReadAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/services/batch/cacheReadAudio",schemaPath:"#/definitions/GatewayRates/properties/cacheReadAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data12.inputImage !== undefined){
let data22 = data12.inputImage;
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
const err43 = {instancePath:instancePath+"/services/batch/inputImage",schemaPath:"#/definitions/GatewayRates/properties/inputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/services/batch/inputImage",schemaPath:"#/definitions/GatewayRates/properties/inputImage/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data12.outputImage !== undefined){
let data23 = data12.outputImage;
if(typeof data23 == "number"){
if(data23 < 0 || isNaN(data23)){
const err45 = {instancePath:instancePath+"/services/batch/outputImage",schemaPath:"#/definitions/GatewayRates/properties/outputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/services/batch/outputImage",schemaPath:"#/definitions/GatewayRates/properties/outputImage/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
const err47 = {instancePath:instancePath+"/services/batch",schemaPath:"#/definitions/GatewayRates/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data11.flex !== undefined){
let data24 = data11.flex;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key3 in data24){
if(!(func2.call(schema24.properties, key3))){
const err48 = {instancePath:instancePath+"/services/flex",schemaPath:"#/definitions/GatewayRates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data24.input !== undefined){
let data25 = data24.input;
if(typeof data25 == "number"){
if(data25 < 0 || isNaN(data25)){
const err49 = {instancePath:instancePath+"/services/flex/input",schemaPath:"#/definitions/GatewayRates/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/services/flex/input",schemaPath:"#/definitions/GatewayRates/properties/input/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data24.output !== undefined){
let data26 = data24.output;
if(typeof data26 == "number"){
if(data26 < 0 || isNaN(data26)){
const err51 = {instancePath:instancePath+"/services/flex/output",schemaPath:"#/definitions/GatewayRates/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/services/flex/output",schemaPath:"#/definitions/GatewayRates/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data24.cacheRead !== undefined){
let data27 = data24.cacheRead;
if(typeof data27 == "number"){
if(data27 < 0 || isNaN(data27)){
const err53 = {instancePath:instancePath+"/services/flex/cacheRead",schemaPath:"#/definitions/GatewayRates/properties/cacheRead/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/services/flex/cacheRead",schemaPath:"#/definitions/GatewayRates/properties/cacheRead/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data24.cacheWrite5m !== undefined){
let data28 = data24.cacheWrite5m;
if(typeof data28 == "number"){
if(data28 < 0 || isNaN(data28)){
const err55 = {instancePath:instancePath+"/services/flex/cacheWrite5m",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/services/flex/cacheWrite5m",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite5m/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data24.cacheWrite1h !== undefined){
let data29 = data24.cacheWrite1h;
if(typeof data29 == "number"){
if(data29 < 0 || isNaN(data29)){
const err57 = {instancePath:instancePath+"/services/flex/cacheWrite1h",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/services/flex/cacheWrite1h",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite1h/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data24.reasoning !== undefined){
let data30 = data24.reasoning;
if(typeof data30 == "number"){
if(data30 < 0 || isNaN(data30)){
const err59 = {instancePath:instancePath+"/services/flex/reasoning",schemaPath:"#/definitions/GatewayRates/properties/reasoning/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/services/flex/reasoning",schemaPath:"#/definitions/GatewayRates/properties/reasoning/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data24.inputAudio !== undefined){
let data31 = data24.inputAudio;
if(typeof data31 == "number"){
if(data31 < 0 || isNaN(data31)){
const err61 = {instancePath:instancePath+"/services/flex/inputAudio",schemaPath:"#/definitions/GatewayRates/properties/inputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/services/flex/inputAudio",schemaPath:"#/definitions/GatewayRates/properties/inputAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data24.outputAudio !== undefined){
let data32 = data24.outputAudio;
if(typeof data32 == "number"){
if(data32 < 0 || isNaN(data32)){
const err63 = {instancePath:instancePath+"/services/flex/outputAudio",schemaPath:"#/definitions/GatewayRates/properties/outputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/services/flex/outputAudio",schemaPath:"#/definitions/GatewayRates/properties/outputAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data24.cacheReadAudio !== undefined){
let data33 = data24.cacheReadAudio;
if(typeof data33 == "number"){
if(data33 < 0 || isNaN(data33)){
const err65 = {instancePath:instancePath+"/services/flex/cacheReadAudio",schemaPath:"#/definitions/GatewayRates/properties/cacheReadAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/services/flex/cacheReadAudio",schemaPath:"#/definitions/GatewayRates/properties/cacheReadAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data24.inputImage !== undefined){
let data34 = data24.inputImage;
if(typeof data34 == "number"){
if(data34 < 0 || isNaN(data34)){
const err67 = {instancePath:instancePath+"/services/flex/inputImage",schemaPath:"#/definitions/GatewayRates/properties/inputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/services/flex/inputImage",schemaPath:"#/definitions/GatewayRates/properties/inputImage/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data24.outputImage !== undefined){
let data35 = data24.outputImage;
if(typeof data35 == "number"){
if(data35 < 0 || isNaN(data35)){
const err69 = {instancePath:instancePath+"/services/flex/outputImage",schemaPath:"#/definitions/GatewayRates/properties/outputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err70 = {instancePath:instancePath+"/services/flex/outputImage",schemaPath:"#/definitions/GatewayRates/properties/outputImage/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath:instancePath+"/services/flex",schemaPath:"#/definitions/GatewayRates/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data11.priority !== undefined){
let data36 = data11.priority;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key4 in data36){
if(!(func2.call(schema24.properties, key4))){
const err72 = {instancePath:instancePath+"/services/priority",schemaPath:"#/definitions/GatewayRates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data36.input !== undefined){
let data37 = data36.input;
if(typeof data37 == "number"){
if(data37 < 0 || isNaN(data37)){
const err73 = {instancePath:instancePath+"/services/priority/input",schemaPath:"#/definitions/GatewayRates/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/services/priority/input",schemaPath:"#/definitions/GatewayRates/properties/input/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data36.output !== undefined){
let data38 = data36.output;
if(typeof data38 == "number"){
if(data38 < 0 || isNaN(data38)){
const err75 = {instancePath:instancePath+"/services/priority/output",schemaPath:"#/definitions/GatewayRates/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/services/priority/output",schemaPath:"#/definitions/GatewayRates/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data36.cacheRead !== undefined){
let data39 = data36.cacheRead;
if(typeof data39 == "number"){
if(data39 < 0 || isNaN(data39)){
const err77 = {instancePath:instancePath+"/services/priority/cacheRead",schemaPath:"#/definitions/GatewayRates/properties/cacheRead/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/services/priority/cacheRead",schemaPath:"#/definitions/GatewayRates/properties/cacheRead/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data36.cacheWrite5m !== undefined){
let data40 = data36.cacheWrite5m;
if(typeof data40 == "number"){
if(data40 < 0 || isNaN(data40)){
const err79 = {instancePath:instancePath+"/services/priority/cacheWrite5m",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/services/priority/cacheWrite5m",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite5m/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data36.cacheWrite1h !== undefined){
let data41 = data36.cacheWrite1h;
if(typeof data41 == "number"){
if(data41 < 0 || isNaN(data41)){
const err81 = {instancePath:instancePath+"/services/priority/cacheWrite1h",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/services/priority/cacheWrite1h",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite1h/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data36.reasoning !== undefined){
let data42 = data36.reasoning;
if(typeof data42 == "number"){
if(data42 < 0 || isNaN(data42)){
const err83 = {instancePath:instancePath+"/services/priority/reasoning",schemaPath:"#/definitions/GatewayRates/properties/reasoning/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/services/priority/reasoning",schemaPath:"#/definitions/GatewayRates/properties/reasoning/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data36.inputAudio !== undefined){
let data43 = data36.inputAudio;
if(typeof data43 == "number"){
if(data43 < 0 || isNaN(data43)){
const err85 = {instancePath:instancePath+"/services/priority/inputAudio",schemaPath:"#/definitions/GatewayRates/properties/inputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/services/priority/inputAudio",schemaPath:"#/definitions/GatewayRates/properties/inputAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data36.outputAudio !== undefined){
let data44 = data36.outputAudio;
if(typeof data44 == "number"){
if(data44 < 0 || isNaN(data44)){
const err87 = {instancePath:instancePath+"/services/priority/outputAudio",schemaPath:"#/definitions/GatewayRates/properties/outputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/services/priority/outputAudio",schemaPath:"#/definitions/GatewayRates/properties/outputAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data36.cacheReadAudio !== undefined){
let data45 = data36.cacheReadAudio;
if(typeof data45 == "number"){
if(data45 < 0 || isNaN(data45)){
const err89 = {instancePath:instancePath+"/services/priority/cacheReadAudio",schemaPath:"#/definitions/GatewayRates/properties/cacheReadAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/services/priority/cacheReadAudio",schemaPath:"#/definitions/GatewayRates/properties/cacheReadAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data36.inputImage !== undefined){
let data46 = data36.inputImage;
if(typeof data46 == "number"){
if(data46 < 0 || isNaN(data46)){
const err91 = {instancePath:instancePath+"/services/priority/inputImage",schemaPath:"#/definitions/GatewayRates/properties/inputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/services/priority/inputImage",schemaPath:"#/definitions/GatewayRates/properties/inputImage/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data36.outputImage !== undefined){
let data47 = data36.outputImage;
if(typeof data47 == "number"){
if(data47 < 0 || isNaN(data47)){
const err93 = {instancePath:instancePath+"/services/priority/outputImage",schemaPath:"#/definitions/GatewayRates/properties/outputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/services/priority/outputImage",schemaPath:"#/definitions/GatewayRates/properties/outputImage/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
else {
const err95 = {instancePath:instancePath+"/services/priority",schemaPath:"#/definitions/GatewayRates/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data11.ultrafast !== undefined){
let data48 = data11.ultrafast;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key5 in data48){
if(!(func2.call(schema24.properties, key5))){
const err96 = {instancePath:instancePath+"/services/ultrafast",schemaPath:"#/definitions/GatewayRates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data48.input !== undefined){
let data49 = data48.input;
if(typeof data49 == "number"){
if(data49 < 0 || isNaN(data49)){
const err97 = {instancePath:instancePath+"/services/ultrafast/input",schemaPath:"#/definitions/GatewayRates/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/services/ultrafast/input",schemaPath:"#/definitions/GatewayRates/properties/input/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data48.output !== undefined){
let data50 = data48.output;
if(typeof data50 == "number"){
if(data50 < 0 || isNaN(data50)){
const err99 = {instancePath:instancePath+"/services/ultrafast/output",schemaPath:"#/definitions/GatewayRates/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/services/ultrafast/output",schemaPath:"#/definitions/GatewayRates/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data48.cacheRead !== undefined){
let data51 = data48.cacheRead;
if(typeof data51 == "number"){
if(data51 < 0 || isNaN(data51)){
const err101 = {instancePath:instancePath+"/services/ultrafast/cacheRead",schemaPath:"#/definitions/GatewayRates/properties/cacheRead/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/services/ultrafast/cacheRead",schemaPath:"#/definitions/GatewayRates/properties/cacheRead/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data48.cacheWrite5m !== undefined){
let data52 = data48.cacheWrite5m;
if(typeof data52 == "number"){
if(data52 < 0 || isNaN(data52)){
const err103 = {instancePath:instancePath+"/services/ultrafast/cacheWrite5m",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/services/ultrafast/cacheWrite5m",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite5m/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data48.cacheWrite1h !== undefined){
let data53 = data48.cacheWrite1h;
if(typeof data53 == "number"){
if(data53 < 0 || isNaN(data53)){
const err105 = {instancePath:instancePath+"/services/ultrafast/cacheWrite1h",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/services/ultrafast/cacheWrite1h",schemaPath:"#/definitions/GatewayRates/properties/cacheWrite1h/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data48.reasoning !== undefined){
let data54 = data48.reasoning;
if(typeof data54 == "number"){
if(data54 < 0 || isNaN(data54)){
const err107 = {instancePath:instancePath+"/services/ultrafast/reasoning",schemaPath:"#/definitions/GatewayRates/properties/reasoning/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/services/ultrafast/reasoning",schemaPath:"#/definitions/GatewayRates/properties/reasoning/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data48.inputAudio !== undefined){
let data55 = data48.inputAudio;
if(typeof data55 == "number"){
if(data55 < 0 || isNaN(data55)){
const err109 = {instancePath:instancePath+"/services/ultrafast/inputAudio",schemaPath:"#/definitions/GatewayRates/properties/inputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/services/ultrafast/inputAudio",schemaPath:"#/definitions/GatewayRates/properties/inputAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data48.outputAudio !== undefined){
let data56 = data48.outputAudio;
if(typeof data56 == "number"){
if(data56 < 0 || isNaN(data56)){
const err111 = {instancePath:instancePath+"/services/ultrafast/outputAudio",schemaPath:"#/definitions/GatewayRates/properties/outputAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/services/ultrafast/outputAudio",schemaPath:"#/definitions/GatewayRates/properties/outputAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data48.cacheReadAudio !== undefined){
let data57 = data48.cacheReadAudio;
if(typeof data57 == "number"){
if(data57 < 0 || isNaN(data57)){
const err113 = {instancePath:instancePath+"/services/ultrafast/cacheReadAudio",schemaPath:"#/definitions/GatewayRates/properties/cacheReadAudio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
else {
const err114 = {instancePath:instancePath+"/services/ultrafast/cacheReadAudio",schemaPath:"#/definitions/GatewayRates/properties/cacheReadAudio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data48.inputImage !== undefined){
let data58 = data48.inputImage;
if(typeof data58 == "number"){
if(data58 < 0 || isNaN(data58)){
const err115 = {instancePath:instancePath+"/services/ultrafast/inputImage",schemaPath:"#/definitions/GatewayRates/properties/inputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/services/ultrafast/inputImage",schemaPath:"#/definitions/GatewayRates/properties/inputImage/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data48.outputImage !== undefined){
let data59 = data48.outputImage;
if(typeof data59 == "number"){
if(data59 < 0 || isNaN(data59)){
const err117 = {instancePath:instancePath+"/services/ultrafast/outputImage",schemaPath:"#/definitions/GatewayRates/properties/outputImage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
else {
const err118 = {instancePath:instancePath+"/services/ultrafast/outputImage",schemaPath:"#/definitions/GatewayRates/properties/outputImage/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
else {
const err119 = {instancePath:instancePath+"/services/ultrafast",schemaPath:"#/definitions/GatewayRates/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data.calls !== undefined){
let data60 = data.calls;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key6 in data60){
if(!(((key6 === "webSearch") || (key6 === "fileSearch")) || (key6 === "mapSearch"))){
const err121 = {instancePath:instancePath+"/calls",schemaPath:"#/properties/calls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data60.webSearch !== undefined){
let data61 = data60.webSearch;
if(typeof data61 == "number"){
if(data61 < 0 || isNaN(data61)){
const err122 = {instancePath:instancePath+"/calls/webSearch",schemaPath:"#/properties/calls/properties/webSearch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
else {
const err123 = {instancePath:instancePath+"/calls/webSearch",schemaPath:"#/properties/calls/properties/webSearch/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data60.fileSearch !== undefined){
let data62 = data60.fileSearch;
if(typeof data62 == "number"){
if(data62 < 0 || isNaN(data62)){
const err124 = {instancePath:instancePath+"/calls/fileSearch",schemaPath:"#/properties/calls/properties/fileSearch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/calls/fileSearch",schemaPath:"#/properties/calls/properties/fileSearch/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data60.mapSearch !== undefined){
let data63 = data60.mapSearch;
if(typeof data63 == "number"){
if(data63 < 0 || isNaN(data63)){
const err126 = {instancePath:instancePath+"/calls/mapSearch",schemaPath:"#/properties/calls/properties/mapSearch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/calls/mapSearch",schemaPath:"#/properties/calls/properties/mapSearch/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/calls",schemaPath:"#/properties/calls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data.times !== undefined){
let data64 = data.times;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
for(const key7 in data64){
if(!((((key7 === "fast") || (key7 === "us")) || (key7 === "eu")) || (key7 === "region"))){
const err129 = {instancePath:instancePath+"/times",schemaPath:"#/properties/times/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data64.fast !== undefined){
let data65 = data64.fast;
if(typeof data65 == "number"){
if(data65 > 100 || isNaN(data65)){
const err130 = {instancePath:instancePath+"/times/fast",schemaPath:"#/definitions/Factor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data65 < 0.001 || isNaN(data65)){
const err131 = {instancePath:instancePath+"/times/fast",schemaPath:"#/definitions/Factor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.001},message:"must be >= 0.001"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/times/fast",schemaPath:"#/definitions/Factor/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data64.us !== undefined){
let data66 = data64.us;
if(typeof data66 == "number"){
if(data66 > 100 || isNaN(data66)){
const err133 = {instancePath:instancePath+"/times/us",schemaPath:"#/definitions/Factor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data66 < 0.001 || isNaN(data66)){
const err134 = {instancePath:instancePath+"/times/us",schemaPath:"#/definitions/Factor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.001},message:"must be >= 0.001"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/times/us",schemaPath:"#/definitions/Factor/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data64.eu !== undefined){
let data67 = data64.eu;
if(typeof data67 == "number"){
if(data67 > 100 || isNaN(data67)){
const err136 = {instancePath:instancePath+"/times/eu",schemaPath:"#/definitions/Factor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(data67 < 0.001 || isNaN(data67)){
const err137 = {instancePath:instancePath+"/times/eu",schemaPath:"#/definitions/Factor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.001},message:"must be >= 0.001"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
else {
const err138 = {instancePath:instancePath+"/times/eu",schemaPath:"#/definitions/Factor/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data64.region !== undefined){
let data68 = data64.region;
if(typeof data68 == "number"){
if(data68 > 100 || isNaN(data68)){
const err139 = {instancePath:instancePath+"/times/region",schemaPath:"#/definitions/Factor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data68 < 0.001 || isNaN(data68)){
const err140 = {instancePath:instancePath+"/times/region",schemaPath:"#/definitions/Factor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.001},message:"must be >= 0.001"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/times/region",schemaPath:"#/definitions/Factor/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
else {
const err142 = {instancePath:instancePath+"/times",schemaPath:"#/properties/times/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
else {
const err143 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}

const pattern10 = new RegExp("^[\\x20-\\x7e]{1,256}$", "u");

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema22.properties, key0))){
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
if(data.price !== undefined){
if(!(validate15(data.price, {instancePath:instancePath+"/price",parentData:data,parentDataProperty:"price",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.upstream !== undefined){
let data1 = data.upstream;
if(typeof data1 === "string"){
if(!pattern10.test(data1)){
const err1 = {instancePath:instancePath+"/upstream",schemaPath:"#/properties/upstream/pattern",keyword:"pattern",params:{pattern: "^[\\x20-\\x7e]{1,256}$"},message:"must match pattern \""+"^[\\x20-\\x7e]{1,256}$"+"\""};
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
const err2 = {instancePath:instancePath+"/upstream",schemaPath:"#/properties/upstream/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.context !== undefined){
let data2 = data.context;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
const err3 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data2 == "number"){
if(data2 < 1 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.maxOutput !== undefined){
let data3 = data.maxOutput;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
const err5 = {instancePath:instancePath+"/maxOutput",schemaPath:"#/properties/maxOutput/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data3 == "number"){
if(data3 < 1 || isNaN(data3)){
const err6 = {instancePath:instancePath+"/maxOutput",schemaPath:"#/properties/maxOutput/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data.tools !== undefined){
if(typeof data.tools !== "boolean"){
const err7 = {instancePath:instancePath+"/tools",schemaPath:"#/properties/tools/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.images !== undefined){
if(typeof data.images !== "boolean"){
const err8 = {instancePath:instancePath+"/images",schemaPath:"#/properties/images/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.jsonSchema !== undefined){
if(typeof data.jsonSchema !== "boolean"){
const err9 = {instancePath:instancePath+"/jsonSchema",schemaPath:"#/properties/jsonSchema/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.reasoning !== undefined){
if(typeof data.reasoning !== "boolean"){
const err10 = {instancePath:instancePath+"/reasoning",schemaPath:"#/properties/reasoning/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.quality !== undefined){
let data8 = data.quality;
if(typeof data8 == "number"){
if(data8 > 1 || isNaN(data8)){
const err11 = {instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err12 = {instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.speed !== undefined){
let data9 = data.speed;
if(typeof data9 == "number"){
if(data9 < 0 || isNaN(data9)){
const err14 = {instancePath:instancePath+"/speed",schemaPath:"#/properties/speed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/speed",schemaPath:"#/properties/speed/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

const pattern9 = new RegExp("^[A-Za-z0-9._:/@-]{1,128}$", "u");

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
if(!((((((key0 === "dialect") || (key0 === "baseUrl")) || (key0 === "allowPrivate")) || (key0 === "speaks")) || (key0 === "accounts")) || (key0 === "models"))){
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
const err2 = {instancePath:instancePath+"/dialect",schemaPath:"#/properties/dialect/enum",keyword:"enum",params:{allowedValues: schema19.properties.dialect.enum},message:"must be equal to one of the allowed values"};
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
if(data.speaks !== undefined){
let data3 = data.speaks;
if(Array.isArray(data3)){
if(data3.length < 1){
const err5 = {instancePath:instancePath+"/speaks",schemaPath:"#/properties/speaks/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
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
let data4 = data3[i0];
if(!((((((data4 === "chat") || (data4 === "responses")) || (data4 === "completions")) || (data4 === "embeddings")) || (data4 === "messages")) || (data4 === "generate"))){
const err6 = {instancePath:instancePath+"/speaks/" + i0,schemaPath:"#/properties/speaks/items/enum",keyword:"enum",params:{allowedValues: schema19.properties.speaks.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data3[i1], data3[j0])){
const err7 = {instancePath:instancePath+"/speaks",schemaPath:"#/properties/speaks/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/speaks",schemaPath:"#/properties/speaks/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.accounts !== undefined){
let data5 = data.accounts;
if(Array.isArray(data5)){
if(data5.length < 1){
const err9 = {instancePath:instancePath+"/accounts",schemaPath:"#/properties/accounts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
if(!(validate12(data5[i2], {instancePath:instancePath+"/accounts/" + i2,parentData:data5,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err10 = {instancePath:instancePath+"/accounts",schemaPath:"#/properties/accounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.models !== undefined){
let data7 = data.models;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
const _errs15 = errors;
if(typeof key1 === "string"){
if(!pattern9.test(key1)){
const err11 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._:/@-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._:/@-]{1,128}$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
var valid6 = _errs15 === errors;
if(!valid6){
const err12 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
for(const key2 in data7){
if(!(validate14(data7[key2], {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data7,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
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
if(!(((key1 === "listen") || (key1 === "key")) || (key1 === "tls"))){
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
if(data2.tls !== undefined){
let data5 = data2.tls;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.cert === undefined){
const err12 = {instancePath:instancePath+"/admin/tls",schemaPath:"#/definitions/Tls/required",keyword:"required",params:{missingProperty: "cert"},message:"must have required property '"+"cert"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data5.key === undefined){
const err13 = {instancePath:instancePath+"/admin/tls",schemaPath:"#/definitions/Tls/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key2 in data5){
if(!((key2 === "cert") || (key2 === "key"))){
const err14 = {instancePath:instancePath+"/admin/tls",schemaPath:"#/definitions/Tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.cert !== undefined){
let data6 = data5.cert;
if(typeof data6 === "string"){
if(func3(data6) < 1){
const err15 = {instancePath:instancePath+"/admin/tls/cert",schemaPath:"#/definitions/Tls/properties/cert/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err16 = {instancePath:instancePath+"/admin/tls/cert",schemaPath:"#/definitions/Tls/properties/cert/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.key !== undefined){
let data7 = data5.key;
if(typeof data7 === "string"){
if(func3(data7) < 1){
const err17 = {instancePath:instancePath+"/admin/tls/key",schemaPath:"#/definitions/Tls/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err18 = {instancePath:instancePath+"/admin/tls/key",schemaPath:"#/definitions/Tls/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err19 = {instancePath:instancePath+"/admin/tls",schemaPath:"#/definitions/Tls/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err20 = {instancePath:instancePath+"/admin",schemaPath:"#/properties/admin/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.policy !== undefined){
let data8 = data.policy;
if(typeof data8 === "string"){
if(func3(data8) < 1){
const err21 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.env !== undefined){
let data9 = data.env;
if(!((((data9 === "dev") || (data9 === "test")) || (data9 === "stage")) || (data9 === "prod"))){
const err23 = {instancePath:instancePath+"/env",schemaPath:"#/properties/env/enum",keyword:"enum",params:{allowedValues: schema11.properties.env.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.keys !== undefined){
let data10 = data.keys;
const _errs28 = errors;
let valid7 = false;
let passing0 = null;
const _errs29 = errors;
if(!((data10 === "required") || (data10 === "open"))){
const err24 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema11.properties.keys.oneOf[0].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var _valid0 = _errs29 === errors;
if(_valid0){
valid7 = true;
passing0 = 0;
}
const _errs30 = errors;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.digest === undefined){
const err25 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/definitions/StaticKey/required",keyword:"required",params:{missingProperty: "digest"},message:"must have required property '"+"digest"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key3 in data11){
if(!((((((((key3 === "digest") || (key3 === "name")) || (key3 === "org")) || (key3 === "team")) || (key3 === "project")) || (key3 === "developer")) || (key3 === "models")) || (key3 === "expires"))){
if(typeof data11[key3] !== "string"){
const err26 = {instancePath:instancePath+"/keys/" + i0+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/StaticKey/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
if(data11.digest !== undefined){
let data13 = data11.digest;
if(typeof data13 === "string"){
if(!pattern3.test(data13)){
const err27 = {instancePath:instancePath+"/keys/" + i0+"/digest",schemaPath:"#/definitions/StaticKey/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
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
const err28 = {instancePath:instancePath+"/keys/" + i0+"/digest",schemaPath:"#/definitions/StaticKey/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data11.name !== undefined){
if(typeof data11.name !== "string"){
const err29 = {instancePath:instancePath+"/keys/" + i0+"/name",schemaPath:"#/definitions/StaticKey/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data11.org !== undefined){
if(typeof data11.org !== "string"){
const err30 = {instancePath:instancePath+"/keys/" + i0+"/org",schemaPath:"#/definitions/StaticKey/properties/org/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data11.team !== undefined){
if(typeof data11.team !== "string"){
const err31 = {instancePath:instancePath+"/keys/" + i0+"/team",schemaPath:"#/definitions/StaticKey/properties/team/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data11.project !== undefined){
if(typeof data11.project !== "string"){
const err32 = {instancePath:instancePath+"/keys/" + i0+"/project",schemaPath:"#/definitions/StaticKey/properties/project/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data11.developer !== undefined){
if(typeof data11.developer !== "string"){
const err33 = {instancePath:instancePath+"/keys/" + i0+"/developer",schemaPath:"#/definitions/StaticKey/properties/developer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data11.models !== undefined){
let data19 = data11.models;
if(Array.isArray(data19)){
const len1 = data19.length;
for(let i1=0; i1<len1; i1++){
if(typeof data19[i1] !== "string"){
const err34 = {instancePath:instancePath+"/keys/" + i0+"/models/" + i1,schemaPath:"#/definitions/StaticKey/properties/models/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err35 = {instancePath:instancePath+"/keys/" + i0+"/models",schemaPath:"#/definitions/StaticKey/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data11.expires !== undefined){
if(typeof data11.expires !== "string"){
const err36 = {instancePath:instancePath+"/keys/" + i0+"/expires",schemaPath:"#/definitions/StaticKey/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err37 = {instancePath:instancePath+"/keys/" + i0,schemaPath:"#/definitions/StaticKey/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err38 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var _valid0 = _errs30 === errors;
if(_valid0 && valid7){
valid7 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid7 = true;
passing0 = 1;
}
}
if(!valid7){
const err39 = {instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
else {
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
}
}
if(data.jwt !== undefined){
let data22 = data.jwt;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.issuer === undefined){
const err40 = {instancePath:instancePath+"/jwt",schemaPath:"#/properties/jwt/required",keyword:"required",params:{missingProperty: "issuer"},message:"must have required property '"+"issuer"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data22.audience === undefined){
const err41 = {instancePath:instancePath+"/jwt",schemaPath:"#/properties/jwt/required",keyword:"required",params:{missingProperty: "audience"},message:"must have required property '"+"audience"+"'"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data22.jwks === undefined){
const err42 = {instancePath:instancePath+"/jwt",schemaPath:"#/properties/jwt/required",keyword:"required",params:{missingProperty: "jwks"},message:"must have required property '"+"jwks"+"'"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
for(const key4 in data22){
if(!((((key4 === "issuer") || (key4 === "audience")) || (key4 === "jwks")) || (key4 === "claims"))){
const err43 = {instancePath:instancePath+"/jwt",schemaPath:"#/properties/jwt/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data22.issuer !== undefined){
let data23 = data22.issuer;
if(typeof data23 === "string"){
if(func3(data23) < 1){
const err44 = {instancePath:instancePath+"/jwt/issuer",schemaPath:"#/properties/jwt/properties/issuer/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/jwt/issuer",schemaPath:"#/properties/jwt/properties/issuer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data22.audience !== undefined){
let data24 = data22.audience;
if(typeof data24 === "string"){
if(func3(data24) < 1){
const err46 = {instancePath:instancePath+"/jwt/audience",schemaPath:"#/properties/jwt/properties/audience/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/jwt/audience",schemaPath:"#/properties/jwt/properties/audience/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data22.jwks !== undefined){
let data25 = data22.jwks;
if(typeof data25 === "string"){
if(func3(data25) < 1){
const err48 = {instancePath:instancePath+"/jwt/jwks",schemaPath:"#/properties/jwt/properties/jwks/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/jwt/jwks",schemaPath:"#/properties/jwt/properties/jwks/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data22.claims !== undefined){
let data26 = data22.claims;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key5 in data26){
const _errs67 = errors;
if(typeof key5 === "string"){
if(!pattern4.test(key5)){
const err50 = {instancePath:instancePath+"/jwt/claims",schemaPath:"#/properties/jwt/properties/claims/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]{0,63}$"},message:"must match pattern \""+"^[a-z][a-z0-9_]{0,63}$"+"\"",propertyName:key5};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
var valid16 = _errs67 === errors;
if(!valid16){
const err51 = {instancePath:instancePath+"/jwt/claims",schemaPath:"#/properties/jwt/properties/claims/propertyNames",keyword:"propertyNames",params:{propertyName: key5},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
for(const key6 in data26){
let data27 = data26[key6];
if(typeof data27 === "string"){
if(func3(data27) < 1){
const err52 = {instancePath:instancePath+"/jwt/claims/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/jwt/properties/claims/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/jwt/claims/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/jwt/properties/claims/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err54 = {instancePath:instancePath+"/jwt/claims",schemaPath:"#/properties/jwt/properties/claims/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err55 = {instancePath:instancePath+"/jwt",schemaPath:"#/properties/jwt/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.store !== undefined){
let data28 = data.store;
const _errs72 = errors;
let valid18 = false;
let passing1 = null;
const _errs73 = errors;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.kind === undefined){
const err56 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/oneOf/0/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
for(const key7 in data28){
if(!(key7 === "kind")){
const err57 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data28.kind !== undefined){
if("memory" !== data28.kind){
const err58 = {instancePath:instancePath+"/store/kind",schemaPath:"#/properties/store/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "memory"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
var _valid1 = _errs73 === errors;
if(_valid1){
valid18 = true;
passing1 = 0;
}
const _errs77 = errors;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.kind === undefined){
const err60 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/oneOf/1/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
for(const key8 in data28){
if(!(((key8 === "kind") || (key8 === "path")) || (key8 === "durability"))){
const err61 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data28.kind !== undefined){
if("sqlite" !== data28.kind){
const err62 = {instancePath:instancePath+"/store/kind",schemaPath:"#/properties/store/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "sqlite"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data28.path !== undefined){
let data31 = data28.path;
if(typeof data31 === "string"){
if(func3(data31) < 1){
const err63 = {instancePath:instancePath+"/store/path",schemaPath:"#/properties/store/oneOf/1/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/store/path",schemaPath:"#/properties/store/oneOf/1/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data28.durability !== undefined){
let data32 = data28.durability;
if(!((data32 === "process") || (data32 === "power"))){
const err65 = {instancePath:instancePath+"/store/durability",schemaPath:"#/properties/store/oneOf/1/properties/durability/enum",keyword:"enum",params:{allowedValues: schema11.properties.store.oneOf[1].properties.durability.enum},message:"must be equal to one of the allowed values"};
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
const err66 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
var _valid1 = _errs77 === errors;
if(_valid1 && valid18){
valid18 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid18 = true;
passing1 = 1;
}
}
if(!valid18){
const err67 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
else {
errors = _errs72;
if(vErrors !== null){
if(_errs72){
vErrors.length = _errs72;
}
else {
vErrors = null;
}
}
}
}
if(data.telemetry !== undefined){
let data33 = data.telemetry;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key9 in data33){
if(!(key9 === "otlp")){
const err68 = {instancePath:instancePath+"/telemetry",schemaPath:"#/properties/telemetry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data33.otlp !== undefined){
let data34 = data33.otlp;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.endpoint === undefined){
const err69 = {instancePath:instancePath+"/telemetry/otlp",schemaPath:"#/properties/telemetry/properties/otlp/required",keyword:"required",params:{missingProperty: "endpoint"},message:"must have required property '"+"endpoint"+"'"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
for(const key10 in data34){
if(!((key10 === "endpoint") || (key10 === "headers"))){
const err70 = {instancePath:instancePath+"/telemetry/otlp",schemaPath:"#/properties/telemetry/properties/otlp/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data34.endpoint !== undefined){
let data35 = data34.endpoint;
if(typeof data35 === "string"){
if(func3(data35) < 1){
const err71 = {instancePath:instancePath+"/telemetry/otlp/endpoint",schemaPath:"#/properties/telemetry/properties/otlp/properties/endpoint/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/telemetry/otlp/endpoint",schemaPath:"#/properties/telemetry/properties/otlp/properties/endpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data34.headers !== undefined){
let data36 = data34.headers;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key11 in data36){
if(typeof data36[key11] !== "string"){
const err73 = {instancePath:instancePath+"/telemetry/otlp/headers/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/telemetry/properties/otlp/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err74 = {instancePath:instancePath+"/telemetry/otlp/headers",schemaPath:"#/properties/telemetry/properties/otlp/properties/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/telemetry/otlp",schemaPath:"#/properties/telemetry/properties/otlp/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err76 = {instancePath:instancePath+"/telemetry",schemaPath:"#/properties/telemetry/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data.alerts !== undefined){
let data38 = data.alerts;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key12 in data38){
if(!(key12 === "webhook")){
const err77 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data38.webhook !== undefined){
let data39 = data38.webhook;
if(typeof data39 === "string"){
if(func3(data39) < 1){
const err78 = {instancePath:instancePath+"/alerts/webhook",schemaPath:"#/properties/alerts/properties/webhook/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/alerts/webhook",schemaPath:"#/properties/alerts/properties/webhook/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err80 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data.cache !== undefined){
let data40 = data.cache;
const _errs103 = errors;
let valid25 = false;
let passing2 = null;
const _errs104 = errors;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.kind === undefined){
const err81 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/0/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
for(const key13 in data40){
if(!(((key13 === "kind") || (key13 === "bytesMax")) || (key13 === "semantic"))){
const err82 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data40.kind !== undefined){
if("memory" !== data40.kind){
const err83 = {instancePath:instancePath+"/cache/kind",schemaPath:"#/properties/cache/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "memory"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data40.bytesMax !== undefined){
let data42 = data40.bytesMax;
if(!((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42)))){
const err84 = {instancePath:instancePath+"/cache/bytesMax",schemaPath:"#/properties/cache/oneOf/0/properties/bytesMax/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(typeof data42 == "number"){
if(data42 < 0 || isNaN(data42)){
const err85 = {instancePath:instancePath+"/cache/bytesMax",schemaPath:"#/properties/cache/oneOf/0/properties/bytesMax/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data40.semantic !== undefined){
let data43 = data40.semantic;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key14 in data43){
if(!(((((key14 === "entriesMax") || (key14 === "bytesMax")) || (key14 === "shadow")) || (key14 === "budget")) || (key14 === "embedder"))){
const err86 = {instancePath:instancePath+"/cache/semantic",schemaPath:"#/definitions/SemanticCache/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data43.entriesMax !== undefined){
let data44 = data43.entriesMax;
if(!((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44)))){
const err87 = {instancePath:instancePath+"/cache/semantic/entriesMax",schemaPath:"#/definitions/SemanticCache/properties/entriesMax/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(typeof data44 == "number"){
if(data44 > 1000000 || isNaN(data44)){
const err88 = {instancePath:instancePath+"/cache/semantic/entriesMax",schemaPath:"#/definitions/SemanticCache/properties/entriesMax/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data44 < 1 || isNaN(data44)){
const err89 = {instancePath:instancePath+"/cache/semantic/entriesMax",schemaPath:"#/definitions/SemanticCache/properties/entriesMax/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data43.bytesMax !== undefined){
let data45 = data43.bytesMax;
if(!((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45)))){
const err90 = {instancePath:instancePath+"/cache/semantic/bytesMax",schemaPath:"#/definitions/SemanticCache/properties/bytesMax/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(typeof data45 == "number"){
if(data45 < 65536 || isNaN(data45)){
const err91 = {instancePath:instancePath+"/cache/semantic/bytesMax",schemaPath:"#/definitions/SemanticCache/properties/bytesMax/minimum",keyword:"minimum",params:{comparison: ">=", limit: 65536},message:"must be >= 65536"};
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
if(data43.shadow !== undefined){
let data46 = data43.shadow;
if(typeof data46 == "number"){
if(data46 > 1 || isNaN(data46)){
const err92 = {instancePath:instancePath+"/cache/semantic/shadow",schemaPath:"#/definitions/SemanticCache/properties/shadow/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data46 < 0 || isNaN(data46)){
const err93 = {instancePath:instancePath+"/cache/semantic/shadow",schemaPath:"#/definitions/SemanticCache/properties/shadow/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/cache/semantic/shadow",schemaPath:"#/definitions/SemanticCache/properties/shadow/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data43.budget !== undefined){
let data47 = data43.budget;
if(typeof data47 === "string"){
if(!pattern5.test(data47)){
const err95 = {instancePath:instancePath+"/cache/semantic/budget",schemaPath:"#/definitions/SemanticCache/properties/budget/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
else {
const err96 = {instancePath:instancePath+"/cache/semantic/budget",schemaPath:"#/definitions/SemanticCache/properties/budget/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data43.embedder !== undefined){
let data48 = data43.embedder;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.model === undefined){
const err97 = {instancePath:instancePath+"/cache/semantic/embedder",schemaPath:"#/definitions/SemanticCache/properties/embedder/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data48.dimensions === undefined){
const err98 = {instancePath:instancePath+"/cache/semantic/embedder",schemaPath:"#/definitions/SemanticCache/properties/embedder/required",keyword:"required",params:{missingProperty: "dimensions"},message:"must have required property '"+"dimensions"+"'"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
for(const key15 in data48){
if(!(((key15 === "model") || (key15 === "dimensions")) || (key15 === "withinMs"))){
const err99 = {instancePath:instancePath+"/cache/semantic/embedder",schemaPath:"#/definitions/SemanticCache/properties/embedder/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data48.model !== undefined){
let data49 = data48.model;
if(typeof data49 === "string"){
if(func3(data49) < 1){
const err100 = {instancePath:instancePath+"/cache/semantic/embedder/model",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/model/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/cache/semantic/embedder/model",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data48.dimensions !== undefined){
let data50 = data48.dimensions;
if(!((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50)))){
const err102 = {instancePath:instancePath+"/cache/semantic/embedder/dimensions",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/dimensions/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(typeof data50 == "number"){
if(data50 > 8192 || isNaN(data50)){
const err103 = {instancePath:instancePath+"/cache/semantic/embedder/dimensions",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/dimensions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8192},message:"must be <= 8192"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data50 < 32 || isNaN(data50)){
const err104 = {instancePath:instancePath+"/cache/semantic/embedder/dimensions",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/dimensions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 32},message:"must be >= 32"};
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
if(data48.withinMs !== undefined){
let data51 = data48.withinMs;
if(!((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51)))){
const err105 = {instancePath:instancePath+"/cache/semantic/embedder/withinMs",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/withinMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(typeof data51 == "number"){
if(data51 > 10000 || isNaN(data51)){
const err106 = {instancePath:instancePath+"/cache/semantic/embedder/withinMs",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/withinMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(data51 < 1 || isNaN(data51)){
const err107 = {instancePath:instancePath+"/cache/semantic/embedder/withinMs",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/withinMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
}
else {
const err108 = {instancePath:instancePath+"/cache/semantic/embedder",schemaPath:"#/definitions/SemanticCache/properties/embedder/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/cache/semantic",schemaPath:"#/definitions/SemanticCache/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err110 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
var _valid2 = _errs104 === errors;
if(_valid2){
valid25 = true;
passing2 = 0;
}
const _errs131 = errors;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.kind === undefined){
const err111 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/1/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data40.url === undefined){
const err112 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/1/required",keyword:"required",params:{missingProperty: "url"},message:"must have required property '"+"url"+"'"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
for(const key16 in data40){
if(!(((key16 === "kind") || (key16 === "url")) || (key16 === "semantic"))){
const err113 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data40.kind !== undefined){
if("redis" !== data40.kind){
const err114 = {instancePath:instancePath+"/cache/kind",schemaPath:"#/properties/cache/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "redis"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data40.url !== undefined){
let data53 = data40.url;
if(typeof data53 === "string"){
if(func3(data53) < 1){
const err115 = {instancePath:instancePath+"/cache/url",schemaPath:"#/properties/cache/oneOf/1/properties/url/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/cache/url",schemaPath:"#/properties/cache/oneOf/1/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data40.semantic !== undefined){
let data54 = data40.semantic;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
for(const key17 in data54){
if(!(((((key17 === "entriesMax") || (key17 === "bytesMax")) || (key17 === "shadow")) || (key17 === "budget")) || (key17 === "embedder"))){
const err117 = {instancePath:instancePath+"/cache/semantic",schemaPath:"#/definitions/SemanticCache/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data54.entriesMax !== undefined){
let data55 = data54.entriesMax;
if(!((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55)))){
const err118 = {instancePath:instancePath+"/cache/semantic/entriesMax",schemaPath:"#/definitions/SemanticCache/properties/entriesMax/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(typeof data55 == "number"){
if(data55 > 1000000 || isNaN(data55)){
const err119 = {instancePath:instancePath+"/cache/semantic/entriesMax",schemaPath:"#/definitions/SemanticCache/properties/entriesMax/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data55 < 1 || isNaN(data55)){
const err120 = {instancePath:instancePath+"/cache/semantic/entriesMax",schemaPath:"#/definitions/SemanticCache/properties/entriesMax/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
if(data54.bytesMax !== undefined){
let data56 = data54.bytesMax;
if(!((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56)))){
const err121 = {instancePath:instancePath+"/cache/semantic/bytesMax",schemaPath:"#/definitions/SemanticCache/properties/bytesMax/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(typeof data56 == "number"){
if(data56 < 65536 || isNaN(data56)){
const err122 = {instancePath:instancePath+"/cache/semantic/bytesMax",schemaPath:"#/definitions/SemanticCache/properties/bytesMax/minimum",keyword:"minimum",params:{comparison: ">=", limit: 65536},message:"must be >= 65536"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
if(data54.shadow !== undefined){
let data57 = data54.shadow;
if(typeof data57 == "number"){
if(data57 > 1 || isNaN(data57)){
const err123 = {instancePath:instancePath+"/cache/semantic/shadow",schemaPath:"#/definitions/SemanticCache/properties/shadow/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err124 = {instancePath:instancePath+"/cache/semantic/shadow",schemaPath:"#/definitions/SemanticCache/properties/shadow/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/cache/semantic/shadow",schemaPath:"#/definitions/SemanticCache/properties/shadow/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data54.budget !== undefined){
let data58 = data54.budget;
if(typeof data58 === "string"){
if(!pattern5.test(data58)){
const err126 = {instancePath:instancePath+"/cache/semantic/budget",schemaPath:"#/definitions/SemanticCache/properties/budget/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/cache/semantic/budget",schemaPath:"#/definitions/SemanticCache/properties/budget/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data54.embedder !== undefined){
let data59 = data54.embedder;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.model === undefined){
const err128 = {instancePath:instancePath+"/cache/semantic/embedder",schemaPath:"#/definitions/SemanticCache/properties/embedder/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data59.dimensions === undefined){
const err129 = {instancePath:instancePath+"/cache/semantic/embedder",schemaPath:"#/definitions/SemanticCache/properties/embedder/required",keyword:"required",params:{missingProperty: "dimensions"},message:"must have required property '"+"dimensions"+"'"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
for(const key18 in data59){
if(!(((key18 === "model") || (key18 === "dimensions")) || (key18 === "withinMs"))){
const err130 = {instancePath:instancePath+"/cache/semantic/embedder",schemaPath:"#/definitions/SemanticCache/properties/embedder/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data59.model !== undefined){
let data60 = data59.model;
if(typeof data60 === "string"){
if(func3(data60) < 1){
const err131 = {instancePath:instancePath+"/cache/semantic/embedder/model",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/model/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/cache/semantic/embedder/model",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data59.dimensions !== undefined){
let data61 = data59.dimensions;
if(!((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61)))){
const err133 = {instancePath:instancePath+"/cache/semantic/embedder/dimensions",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/dimensions/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(typeof data61 == "number"){
if(data61 > 8192 || isNaN(data61)){
const err134 = {instancePath:instancePath+"/cache/semantic/embedder/dimensions",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/dimensions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8192},message:"must be <= 8192"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(data61 < 32 || isNaN(data61)){
const err135 = {instancePath:instancePath+"/cache/semantic/embedder/dimensions",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/dimensions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 32},message:"must be >= 32"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
if(data59.withinMs !== undefined){
let data62 = data59.withinMs;
if(!((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62)))){
const err136 = {instancePath:instancePath+"/cache/semantic/embedder/withinMs",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/withinMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(typeof data62 == "number"){
if(data62 > 10000 || isNaN(data62)){
const err137 = {instancePath:instancePath+"/cache/semantic/embedder/withinMs",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/withinMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data62 < 1 || isNaN(data62)){
const err138 = {instancePath:instancePath+"/cache/semantic/embedder/withinMs",schemaPath:"#/definitions/SemanticCache/properties/embedder/properties/withinMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
}
}
else {
const err139 = {instancePath:instancePath+"/cache/semantic/embedder",schemaPath:"#/definitions/SemanticCache/properties/embedder/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
else {
const err140 = {instancePath:instancePath+"/cache/semantic",schemaPath:"#/definitions/SemanticCache/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
else {
const err141 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
var _valid2 = _errs131 === errors;
if(_valid2 && valid25){
valid25 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid25 = true;
passing2 = 1;
}
}
if(!valid25){
const err142 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
else {
errors = _errs103;
if(vErrors !== null){
if(_errs103){
vErrors.length = _errs103;
}
else {
vErrors = null;
}
}
}
}
if(data.providers !== undefined){
let data63 = data.providers;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key19 in data63){
const _errs160 = errors;
if(typeof key19 === "string"){
if(!pattern7.test(key19)){
const err143 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_-]*$"+"\"",propertyName:key19};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
var valid34 = _errs160 === errors;
if(!valid34){
const err144 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/propertyNames",keyword:"propertyNames",params:{propertyName: key19},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
for(const key20 in data63){
if(!(validate11(data63[key20], {instancePath:instancePath+"/providers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data63,parentDataProperty:key20,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err145 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data.limits !== undefined){
let data65 = data.limits;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
for(const key21 in data65){
if(!((key21 === "bodyBytesMax") || (key21 === "headersMax"))){
const err146 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data65.bodyBytesMax !== undefined){
let data66 = data65.bodyBytesMax;
if(!((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66)))){
const err147 = {instancePath:instancePath+"/limits/bodyBytesMax",schemaPath:"#/properties/limits/properties/bodyBytesMax/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(typeof data66 == "number"){
if(data66 > 1073741824 || isNaN(data66)){
const err148 = {instancePath:instancePath+"/limits/bodyBytesMax",schemaPath:"#/properties/limits/properties/bodyBytesMax/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1073741824},message:"must be <= 1073741824"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data66 < 1024 || isNaN(data66)){
const err149 = {instancePath:instancePath+"/limits/bodyBytesMax",schemaPath:"#/properties/limits/properties/bodyBytesMax/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
if(data65.headersMax !== undefined){
let data67 = data65.headersMax;
if(!((typeof data67 == "number") && (!(data67 % 1) && !isNaN(data67)))){
const err150 = {instancePath:instancePath+"/limits/headersMax",schemaPath:"#/properties/limits/properties/headersMax/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(typeof data67 == "number"){
if(data67 > 1000 || isNaN(data67)){
const err151 = {instancePath:instancePath+"/limits/headersMax",schemaPath:"#/properties/limits/properties/headersMax/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(data67 < 10 || isNaN(data67)){
const err152 = {instancePath:instancePath+"/limits/headersMax",schemaPath:"#/properties/limits/properties/headersMax/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10},message:"must be >= 10"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
}
else {
const err153 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data.drain !== undefined){
let data68 = data.drain;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
for(const key22 in data68){
if(!(key22 === "graceMs")){
const err154 = {instancePath:instancePath+"/drain",schemaPath:"#/properties/drain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data68.graceMs !== undefined){
let data69 = data68.graceMs;
if(!((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69)))){
const err155 = {instancePath:instancePath+"/drain/graceMs",schemaPath:"#/properties/drain/properties/graceMs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(typeof data69 == "number"){
if(data69 < 0 || isNaN(data69)){
const err156 = {instancePath:instancePath+"/drain/graceMs",schemaPath:"#/properties/drain/properties/graceMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
}
else {
const err157 = {instancePath:instancePath+"/drain",schemaPath:"#/properties/drain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data.log !== undefined){
let data70 = data.log;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key23 in data70){
if(!(key23 === "level")){
const err158 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data70.level !== undefined){
let data71 = data70.level;
if(!(((((data71 === "debug") || (data71 === "info")) || (data71 === "warn")) || (data71 === "error")) || (data71 === "silent"))){
const err159 = {instancePath:instancePath+"/log/level",schemaPath:"#/properties/log/properties/level/enum",keyword:"enum",params:{allowedValues: schema11.properties.log.properties.level.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
}
else {
const err160 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data.tls !== undefined){
let data72 = data.tls;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(data72.cert === undefined){
const err161 = {instancePath:instancePath+"/tls",schemaPath:"#/definitions/Tls/required",keyword:"required",params:{missingProperty: "cert"},message:"must have required property '"+"cert"+"'"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(data72.key === undefined){
const err162 = {instancePath:instancePath+"/tls",schemaPath:"#/definitions/Tls/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
for(const key24 in data72){
if(!((key24 === "cert") || (key24 === "key"))){
const err163 = {instancePath:instancePath+"/tls",schemaPath:"#/definitions/Tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data72.cert !== undefined){
let data73 = data72.cert;
if(typeof data73 === "string"){
if(func3(data73) < 1){
const err164 = {instancePath:instancePath+"/tls/cert",schemaPath:"#/definitions/Tls/properties/cert/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/tls/cert",schemaPath:"#/definitions/Tls/properties/cert/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data72.key !== undefined){
let data74 = data72.key;
if(typeof data74 === "string"){
if(func3(data74) < 1){
const err166 = {instancePath:instancePath+"/tls/key",schemaPath:"#/definitions/Tls/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
else {
const err167 = {instancePath:instancePath+"/tls/key",schemaPath:"#/definitions/Tls/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
else {
const err168 = {instancePath:instancePath+"/tls",schemaPath:"#/definitions/Tls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data.cors !== undefined){
let data75 = data.cors;
if(data75 && typeof data75 == "object" && !Array.isArray(data75)){
for(const key25 in data75){
if(!(key25 === "origins")){
const err169 = {instancePath:instancePath+"/cors",schemaPath:"#/properties/cors/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data75.origins !== undefined){
let data76 = data75.origins;
if(Array.isArray(data76)){
if(data76.length > 1000){
const err170 = {instancePath:instancePath+"/cors/origins",schemaPath:"#/properties/cors/properties/origins/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
const len2 = data76.length;
for(let i2=0; i2<len2; i2++){
let data77 = data76[i2];
if(typeof data77 === "string"){
if(func3(data77) < 1){
const err171 = {instancePath:instancePath+"/cors/origins/" + i2,schemaPath:"#/properties/cors/properties/origins/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
else {
const err172 = {instancePath:instancePath+"/cors/origins/" + i2,schemaPath:"#/properties/cors/properties/origins/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
}
else {
const err173 = {instancePath:instancePath+"/cors/origins",schemaPath:"#/properties/cors/properties/origins/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
else {
const err174 = {instancePath:instancePath+"/cors",schemaPath:"#/properties/cors/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data.trustedProxies !== undefined){
let data78 = data.trustedProxies;
if(Array.isArray(data78)){
if(data78.length > 1000){
const err175 = {instancePath:instancePath+"/trustedProxies",schemaPath:"#/properties/trustedProxies/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
const len3 = data78.length;
for(let i3=0; i3<len3; i3++){
let data79 = data78[i3];
if(typeof data79 === "string"){
if(func3(data79) < 1){
const err176 = {instancePath:instancePath+"/trustedProxies/" + i3,schemaPath:"#/properties/trustedProxies/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
else {
const err177 = {instancePath:instancePath+"/trustedProxies/" + i3,schemaPath:"#/properties/trustedProxies/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
}
else {
const err178 = {instancePath:instancePath+"/trustedProxies",schemaPath:"#/properties/trustedProxies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data.proxy !== undefined){
let data80 = data.proxy;
if(typeof data80 === "string"){
if(func3(data80) < 1){
const err179 = {instancePath:instancePath+"/proxy",schemaPath:"#/properties/proxy/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
else {
const err180 = {instancePath:instancePath+"/proxy",schemaPath:"#/properties/proxy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
if(data.ca !== undefined){
let data81 = data.ca;
if(typeof data81 === "string"){
if(func3(data81) < 1){
const err181 = {instancePath:instancePath+"/ca",schemaPath:"#/properties/ca/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
else {
const err182 = {instancePath:instancePath+"/ca",schemaPath:"#/properties/ca/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
}
else {
const err183 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
