const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Forms of address that a family name follows; compared without case, dots and hyphens. */
export const formsOfAddress = set(`
  mr mister mrs misses ms miss mx messrs madam maam sir lord lady dame master
  herr hr herrn frau fr fräulein frl familie
  monsieur madame mademoiselle mme mmes mlle mlles mm me maître vve
  señor señora señorita senor senora senorita sr sra srta srs dña doña dona
  senhor senhora sig sigra sigri signor signore signora signorina
  dhr mevr mw mevrouw meneer heer fru frk frøken fröken herra rouva neiti
  pan pani paní slečna pán gospodin gospođa gospodja gđa dl dna domnul doamna domnișoara
  úr úrhölgy kyrios kyria κ κος κα κύριος κυρία
  г-н г-жа гн гжа господин госпожа товарищ пан пані
  sayın bay bayan bey hanım bapak ibu pak encik puan tuan
  shri shree smt shrimati श्री श्रीमती السيد السيدة سيد أستاذ מר גברת גב`);

/** Titles, ranks and offices that stand before a whole name. */
export const titles = set(`
  dr drs dres doctor doktor docteur dott dottssa dottor dottore dottoressa doutor doutora dra drin δρ др
  prof profs professor professorin professeur profssa profa univprof aprof
  dipl diplom ing ingenieur dipling mag magister mgr mgra bc bsc msc mudr judr phdr rndr mddr ingarch inż mgrinż
  engr eng ir lic licda licdo arq arch avv geom rag cav abg adv atty attorney barr
  rev revd reverend father pastor pfarrer pfarrerin pater pfr rabbi rabbiner imam sheikh shaikh sheik bishop archbishop cardinal
  canon deacon vicar chaplain sister brother schwester bruder padre fra
  hon honourable honorable hofrat ra rain stb
  capt captain col colonel lt lieutenant gen general maj sgt sergeant cpl corporal pvt cmdr commander adm admiral hauptmann oberst
  pres president gov governor sen senator rep amb ambassador chancellor cllr councillor alderman mayor
  baronin baroness baronesse graf gräfin freiherr freifrau freiin fürst fürstin countess viscount
  pandit ustad haji hajji hajja dato datuk datin tun
  uncle aunt auntie onkel tante oma opa coach nurse officer chief دكتور الدكتور دكتورة ד״ר דר`);

/** First names to some, titles to others. */
export const eitherWay = set(
  'don dom earl duke baron marquis count sri kumari prince princess king queen major judge pope saint st san santa',
);

/** What may follow a name. */
export const suffixes = set(`
  jr sr jun jnr snr sen junior senior ii iii iv vi vii phd md dds dvm esq esquire mba llm llb jd cpa rn obe mbe cbe kc qc frcs
  dphil edd mphil msc bsc beng meng mfa bfa ret dj dä ba ma csc drsc mmag fh pmp`);
/** Family names too, unless in capitals. */
export const suffixesInCapitals = set('ba ma sen rn md');

/** What stands between the names of two people. */
export const between = set('and und et og och & + u');
/** In small letters alone: capitals are initials. */
export const betweenInSmall = set('y e i a en ja ve és es si și и та και u и и');

/** What comes before a family name. */
export const particles = set(`
  von van vom zu zum zur de del della dello dei degli da das dos di du des der den la le les lo el al ter ten te tot op af av
  bin ibn bint
  mac st ste d l o`);

/** Half of a first name. */
export const halfNames = set('abd abdul abdel abdal abu umm عبد أبو أم بن');

/** No person's name, wherever it is in it. */
export const noPerson = set(`
  gmbh mbh ltd limited llc llp inc incorporated corp corporation company co ag kg kgaa ohg gbr ug ek ev eg bv nv sarl sas srl spa oy oyj aps
  plc pty sro doo zoo kft bt ooo ооо зао ип
  studio studios atelier agency agentur agence agencia agenzia group gruppe groupe grupo gruppo team office büro bureau
  photo photos photography photographer photographie fotografie fotografia fotograf fotografin fotostudio film films video media
  event events wedding weddings hochzeit hochzeiten mariage mariages boda bodas planning planner planners catering caterer florist
  flowers blumen floristik design designs production productions services service salon restaurant hotel venue club school schule
  university church kirche gemeinde foundation stiftung association verein society institute department abteilung
  shop store boutique bakery café cafe bar band
  family families familie famille familia famiglia familien household the couple brautpaar bride groom braut bräutigam
  info kontakt contact admin administrator support sales marketing booking bookings anfrage attn
  test none unknown unbekannt anonymous anonym guest gast customer kunde client nobody someone noreply undefined null nan`);

/** Written in capitals these are companies; else names. */
export const noPersonInCapitals = set('SA AB AS SE SL LTDA SNC');

/** Family names of peoples who write them first: what stands first is then no first name. */
export const familyNamesFirst = set(`
  nguyễn nguyen nguyên trần tran lê phạm pham hoàng huỳnh huynh phan vũ võ đặng dang bùi bui đỗ hồ ngô dương duong lý trịnh đinh đoàn lương
  wang zhang chen liu yang huang zhao wu zhou xu zhu hu guo gao luo zheng liang xie tang feng deng cao peng zeng xiao tian dong pan yuan
  cai jiang du ye cheng wei lü lu ding ren yao zhong tan cui lin sun ma lee li ho wong chan cheung lau ng leung
  kim park choi jung kang cho yoon jang lim han shin seo kwon hwang ahn song jeon hong jeong
  sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura
  nagy kovács tóth szabó horváth varga kiss molnár németh farkas balogh papp takács juhász lakatos mészáros oláh rácz fekete szilágyi`);
