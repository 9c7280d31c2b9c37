import { wordsOf } from './word.ts'

/** Verbs whose regular forms are made by rule: only what is listed is ever brought to its base, so that `king` and `bed` stay themselves. */
export const regularVerbs: readonly string[] = wordsOf(`
  abandon accept access accompany achieve acquire act activate adapt add adjust admire admit adopt advertise advise affect afford
  age agree aim align allocate allow alter analyze announce annoy answer apologize appeal appear append apply approach approve argue
  arrange arrive ask assemble assign assist assume attach attack attempt attend attract authenticate authorize automate avoid
  back bake balance ban bathe beg behave believe belong block blink boil book boot borrow bother bounce breathe brew
  browse brush bury buy bypass cache calculate call calm cancel capture care carry cast cause celebrate chain change charge chase
  chat check checkout chew chop cite claim clean clear click climb clip clone close coach code collapse collect color combine comment
  commit communicate commute compare compete compile complain complete compose compress compute concatenate concern conclude conduct
  configure confirm connect conquer consider consist construct consume contact contain continue contribute control convert convince cook
  cool copy correct cough count cover crash crack crawl create criticize cross crush cry cure curl dance date debug decide declare decline
  decorate decrease decrypt deduct define defrost delay delete deliver demand deny depend deploy deposit derive describe deserialize
  deserve design desire destroy detach detect determine develop diagnose die differ digest dim direct disable disagree disappear
  discharge disconnect discover discuss disinfect dismiss display dispose distinguish distribute divide divorce donate double download
  drag drain dress drill drop dry dump duplicate dye earn ease echo edit educate eject elect email embarrass embed emerge emphasize employ enable
  encode encourage encrypt end enforce enjoy enroll ensure enter erase erupt escape establish estimate evaluate evolve examine
  exceed exchange exclude execute exercise exist exit expand expect expire explain explode explore export expose express extend extract
  face fade fail fasten favor fax fear fetch file fill film filter finish fire fit fix flash flatten flip float
  flood flow flush fold follow force forecast fork form format forward freelance fry fund gain garden gather generate grab graduate grant
  grate greet grill group guarantee guess guide hack handle happen harvest hash hate heal heat help hire hook hope host hug
  hunt hurry hydrate identify ignore illustrate imagine implement imply import impress improve include increase increment indent
  index indicate infect influence inform inherit initialize inject injure insert inspect inspire install instruct insulate integrate
  intend interact interpret interrupt interview introduce invade invent invest investigate invite invoke iron isolate issue iterate itch
  jog join joke judge jump justify kick kill kiss knead knit knock label lack land last laugh launch layer lease lick
  lift like limit link list listen live load loan localize locate lock log login logout look loop love lower maintain manage map march mark
  marinate marry mash match matter maximize measure memorize mention merge migrate mind minimize miss mix mock model modify monitor mount move
  multiply murder mute name narrate navigate need negotiate nest normalize note notice notify number obey observe obtain occur offer
  open operate optimize order organize originate override own pack package paginate paint parallelize pardon parse park participate pass paste
  patch pause peel perform permit persist persuade phone pick pickle pin ping place plan plant play please plot plug point poach polish pop
  populate post postpone pour practice praise pray predict prefer prepare prescribe present preserve press pretend prevent print process
  produce program prohibit promise promote pronounce propose prosecute protect prove provide prune publish pull pump punish purchase
  purify push qualify query queue quote race rain raise rank rate reach react realize rebase reboot rebuild receive recharge reclaim
  recognize recommend recompile reconnect record recover recycle redirect redo reduce refactor refer refinance refresh refund refuse
  register regret rehearse reheat reinstall reject relate relax release reload rely remain remember remind remove rename render renew
  renovate repair repeat replace reply report represent request require rescue research reserve reset resign resize resist resolve
  respond restart restore restrict retain retire retrieve retry return reveal reverse review revise revoke reward rinse roast rob rock
  roll rotate round rub ruin rule rush sail sample sand satisfy save scale scan scare schedule scrape scratch scream screen scroll
  seal search seat secure select separate serialize serve settle share shave shift ship shock shop shout shrug shuffle sign simmer
  simplify simulate skate ski skip slice slip slow smell smile smoke smooth snore snow soak solve sort sound spawn specify
  spell spill sprout squash stage stain start starve state stay steam stir stop store stream strengthen stress stretch strip
  structure study submit subscribe substitute subtract succeed suffer suggest sum supply support suppose surf surprise surround survive
  suspect suspend swap sweat switch sync talk target taste tax tempt test text thank thaw threaten throttle tie toast toggle
  touch tour trace track trade train transfer transform translate transmit transport trap travel treat trigger trim troubleshoot trust
  try tune turn twist type unblock unclog uninstall unlock unmount unpack unplug unsubscribe unzip update upgrade upload use
  utilize vacuum validate value vary verify view violate visit visualize vomit vote wait walk want warm warn wash waste watch water wave
  weaken weigh welcome whip whisk whistle whiten wipe wish witness wonder work worry wrap yawn yell zip zoom`)

/** Base, past and participle of the others. */
export const irregularVerbs: readonly string[] = `
  become became | begin began begun | bend bent | bet | bind bound | bite bit bitten | bleed bled | blow blew blown | break broke broken
  breed bred | bring brought | build built | burn burned burnt | burst | buy bought | catch caught | choose chose chosen | come came | cost
  cut | deal dealt | dig dug | draw drew drawn | drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed fed
  feel felt | fight fought | find found | fly flew flown | forget forgot forgotten | forgive forgave forgiven | freeze froze frozen
  get got gotten | give gave given | go went gone | grow grew grown | hang hung | hear heard | hide hid hidden | hit | hold held | hurt
  keep kept | know knew known | lay laid | lead led | learn learned learnt | leave left | lend lent | let | light lit | lose lost | make made
  mean meant | meet met | overcome overcame | pay paid | put | quit | read | ride rode ridden | ring rang rung | rise rose risen
  run ran | say said | see saw seen | seek sought | sell sold | send sent | set | shake shook shaken | shoot shot | show showed shown
  shrink shrank shrunk | shut | sing sang sung | sink sank sunk | sit sat | sleep slept | slide slid | speak spoke spoken | spend spent | split
  spread | stand stood | steal stole stolen | stick stuck | sting stung | strike struck | swear swore sworn | sweep swept | swim swam swum
  swing swung | take took taken | teach taught | tear tore torn | tell told | think thought | throw threw thrown | understand understood
  undo undid undone | wake woke woken | wear wore worn | win won | withdraw withdrew withdrawn | write wrote written | rewrite rewrote rewritten
  overwrite overwrote overwritten`
  .split(/[|\n]/)
  .map((row) => row.trim())
  .filter((row) => row !== '')

/** Forms in -ing and -ed that have a life of their own: bringing them to a verb would make one of two questions. */
export const notOfVerbs: ReadonlySet<string> = new Set(
  wordsOf(`
  accounting advertising advanced baking banking billing boring bored boxing broken building buildings casting ceiling cleaning clearing
  closing clothing coating coding cooking counseling covering crossing dating dealing drawing dressing driving dying earning earnings
  engineering evening exhausting exhausted feeling filling finding findings fishing freezing frying gardening greeting grouping
  heading hearing heating holding housing icing king landing learning left lighting limited listing living loading lying mailing
  marketing married meaning meeting missing molding morning mounting nothing offering opening outstanding packaging painting parking passing
  piping pleased pricing processing programming rating reading recording related ring rowing ruling saving savings scared
  setting settings shipping shopping something spelling spring string supposed surrounding swimming tailoring teaching thing ticking
  timing tired tracking trading training turning understanding used united unlimited warning washing wedding wording working writing yachting`),
)
