/**
 * Organisations that news names by a name alone, as the names stand in text: what a reader of news knows, and what the words themselves do
 * not show ("Yonhap said …"). Facts of general knowledge, collected for this list; nobody is judged by being on it.
 *
 * Left out: names that are as often something else, a word, a place or a family (Vale, Dawn, Orange, Total), and names that show by
 * their words what they are (Bank of Ghana). Names are separated by ";".
 */
const NEWS_MEDIA = `
Reuters; Agence France-Presse; AFP; Associated Press; Bloomberg; Bloomberg News; Dow Jones;
Deutsche Presse-Agentur; ANSA; EFE; Europa Press; Belga; Xinhua; Kyodo; Kyodo News; Yonhap; Yonhap News; KCNA;
Anadolu; Anadolu Agency; TASS; RIA Novosti; Interfax; Interfax-Ukraine; Ukrinform; BelTA; Tanjug; Agerpres; Antara;
Bernama; IRNA; ISNA; Tasnim; SANA; WAFA; MENA; Kazinform; Kabar; Azertac; Armenpress; Interpressnews; BBC;
BBC News; ITV; ITV News; Sky News; Channel 4 News; CNN; MSNBC; CNBC; NBC; NBC News; CBS; CBS News; ABC News;
Fox News; PBS; NPR; C-SPAN; Univision; Telemundo; Al Jazeera; Al-Jazeera; Al Arabiya; Al Mayadeen; Al-Manar;
Al-Ahram; Al-Masry Al-Youm; Asharq Al-Awsat; Al-Hayat; Al-Akhbar; Al-Monitor; New York Times; Washington Post;
Wall Street Journal; Los Angeles Times; USA Today; Politico; Axios; ProPublica; BuzzFeed; BuzzFeed News; HuffPost;
Financial Times; Daily Telegraph; Daily Mail; Daily Mirror; Sunday Times; Le Monde; Le Figaro; Libération;
Mediapart; Le Parisien; France 24; RFI; TF1; BFM TV; BFMTV; Franceinfo; Der Spiegel; Die Zeit; Die Welt;
Frankfurter Allgemeine Zeitung; Süddeutsche Zeitung; Handelsblatt; Deutsche Welle; ZDF; ARD; Corriere della Sera;
La Repubblica; La Stampa; Il Sole 24 Ore; El País; La Vanguardia; RTVE; RTP; De Telegraaf; NRC; De Standaard;
Le Soir; RTBF; VRT; Neue Zürcher Zeitung; Der Standard; ORF; Aftonbladet; Expressen; Dagens Nyheter;
Svenska Dagbladet; Sveriges Radio; SVT; Aftenposten; NRK; VG; Berlingske; Politiken; Jyllands-Posten;
Helsingin Sanomat; Yle; Gazeta Wyborcza; Rzeczpospolita; TVN; TVP; Onet; Index.hu; Novaya Gazeta; Kommersant;
Vedomosti; Izvestia; RBC; RT; Sputnik; Meduza; Mediazona; Dozhd; Ekho Moskvy; Rossiya 24; Ukrainska Pravda;
Suspilne; Hromadske; Radio Free Europe; Radio Liberty; Radio Free Asia; Voice of America; Radio Dabanga; Hürriyet;
Cumhuriyet; Haaretz; Yedioth Ahronoth; Ynet; Maariv; Times of Israel; Jerusalem Post; Tolo News; TOLOnews;
Geo News; Prothom Alo; Daily Star; NDTV; Times of India; Hindustan Times; Press Trust of India; PTI; Caixin;
Global Times; China Daily; People's Daily; CCTV; CGTN; South China Morning Post; Asahi Shimbun; Yomiuri Shimbun;
Mainichi Shimbun; Nikkei; NHK; Chosun Ilbo; JoongAng Ilbo; Hankyoreh; Straits Times; Channel NewsAsia; Rappler;
ABS-CBN; GMA News; Philippine Daily Inquirer; VnExpress; Tuoi Tre; Kompas; Jakarta Post; Malaysiakini; Irrawaddy;
Mizzima; Myanmar Now; Folha de S.Paulo; O Globo; TV Globo; Estadão; Clarín; La Nación; Página 12; El Mercurio;
La Tercera; Radio Cooperativa; El Comercio; El Tiempo; El Espectador; El Universal; La Jornada; Televisa; El Faro;
Prensa Libre; Premium Times; ThisDay; Daily Trust; Channels Television; Daily Nation; Mail & Guardian; News24;
SABC; eNCA; Jeune Afrique; Fraternité Matin; Addis Standard; Middle East Eye; The Guardian; The Times;
The Economist; The Hindu; The Telegraph; The Independent; CBC; CBC News; CTV; Globe and Mail; Toronto Star;
La Presse; Radio-Canada; Sydney Morning Herald; RNZ; Radio New Zealand; Bellingcat; Wikipedia`;

const COMPANIES = `
Mozilla; Yahoo; AOL; Netscape; Enron; WorldCom; Arthur Andersen; Craigslist; Dropbox; GitHub; Wikimedia Foundation; United Way;
Home Depot; Pizza Hut; KFC; Georgia Institute of Technology; AirAsia; Air Asia; Bear Stearns; Fannie Mae; Freddie Mac; AIG; Boeing;
Petrobras; Pemex; PDVSA; Ecopetrol; YPF; Petroecuador; Petroperú; Codelco; Antofagasta Minerals; Las Bambas;
Embraer; Braskem; JBS; Eletrobras; Itaú; Bradesco; Cemex; América Móvil; Grupo México; Avianca; Aeroméxico;
LATAM Airlines; Odebrecht; Saudi Aramco; Aramco; SABIC; QatarEnergy; Qatar Airways; Emirates Airlines; Etihad;
Etihad Airways; DP World; ADNOC; Mubadala; Adnoc; Sonatrach; Sonangol; NNPC; Dangote; Safaricom; MTN; Vodacom;
Eskom; Transnet; Sasol; Sibanye-Stillwater; AngloGold Ashanti; Anglo American; Gold Fields; Naspers; Shoprite;
Kenya Airways; Ethiopian Airlines; EgyptAir; Royal Air Maroc; OCP Group; Gécamines; Glencore; Rio Tinto; BHP;
Fortescue; Woodside; Woodside Energy; Santos Ltd; Telstra; Qantas; Westpac; Woolworths; Air New Zealand; Fonterra;
Trafigura; Vitol; Gunvor; ExxonMobil; Exxon; Exxon Mobil; Chevron; ConocoPhillips; Halliburton; Schlumberger; BP;
TotalEnergies; Eni; Repsol; Equinor; Statoil; OMV; Orlen; MOL Group; Galp; Gazprom; Gazprom Neft; Rosneft; Lukoil;
Novatek; Rosatom; Rostec; Sberbank; VTB; Transneft; Surgutneftegas; Tatneft; Norilsk Nickel; Nornickel; Rusal;
Severstal; Aeroflot; Yandex; VKontakte; Kaspersky; Naftogaz; Ukrenergo; Energoatom; Ukrzaliznytsia; Privatbank;
PrivatBank; DTEK; Metinvest; Azovstal; Belaruskali; Belavia; KazMunayGas; Kazatomprom; SOCAR; Uzbekneftegaz;
Romgaz; OMV Petrom; Transelectrica; PKN Orlen; Enel; Engie; EDF; Électricité de France; Iberdrola; Endesa; Naturgy;
RWE; Uniper; E.ON; Vattenfall; Fortum; Ørsted; Vestas; Siemens; Siemens Energy; Thyssenkrupp; ThyssenKrupp;
ArcelorMittal; Tata Steel; Nippon Steel; POSCO; Baosteel; BASF; Volkswagen; BMW; Daimler; Mercedes-Benz; Audi;
Porsche AG; Opel; Renault; Peugeot; Stellantis; Citroën; Fiat; Fiat Chrysler; Pirelli; Michelin; Volvo; Saab;
Ericsson; Nokia; Airbus; Boeing; Lockheed Martin; Raytheon; RTX; Northrop Grumman; General Dynamics; BAE Systems;
Rheinmetall; Thales; Dassault; Dassault Aviation; Leonardo SpA; Rolls-Royce; Rafael Advanced Defense Systems;
Elbit; Elbit Systems; Israel Aerospace Industries; Baykar; Roketsan; Aselsan; Turkish Airlines; Lufthansa;
Air France; Air France-KLM; KLM; British Airways; Ryanair; EasyJet; easyJet; Wizz Air; Iberia; Alitalia; Air India;
IndiGo; Malaysia Airlines; Garuda Indonesia; Singapore Airlines; Cathay Pacific; Korean Air; Asiana;
Japan Airlines; All Nippon Airways; China Southern; China Eastern; Air China; United Airlines; Delta Air Lines;
American Airlines; Southwest Airlines; JetBlue; Air Canada; WestJet; Maersk; Hapag-Lloyd; MSC; CMA CGM; Cosco;
Evergreen Marine; Union Pacific; Norfolk Southern; CSX; Amtrak; Deutsche Bahn; SNCF; Trenitalia; Network Rail;
Thames Water; Severn Trent; Centrica; National Grid; Serco; Capita; G4S; Tesco; Sainsbury's; Marks & Spencer; Ikea;
IKEA; H&M; Zara; Inditex; Carrefour; Aldi; Lidl; Walmart; Costco; Amazon.com; Kroger; Starbucks; McDonald's;
Burger King; PepsiCo; Coca-Cola; Nestlé; Nestle; Unilever; Danone; Heineken; Carlsberg; AB InBev; Diageo;
Philip Morris; Procter & Gamble; L'Oréal; LVMH; Nike; Adidas; Puma SE; Disney; Walt Disney Company; Netflix;
Spotify; Comcast; Verizon; AT&T; T-Mobile; Vodafone; Telefónica; Deutsche Telekom; Telecom Italia; BT Group;
Bharti Airtel; Reliance Industries; Reliance Jio; Tata Motors; Tata Group; Adani; Adani Group; Infosys; Wipro;
Mahindra; Vedanta; Coal India; ONGC; Paytm; Flipkart; Microsoft; Google; Facebook; Twitter; YouTube; Instagram;
WhatsApp; TikTok; ByteDance; LinkedIn; Snapchat; Reddit; Uber; Lyft; Airbnb; PayPal; eBay; Intel; Nvidia; NVIDIA;
Qualcomm; AMD; IBM; Hewlett-Packard; Cisco; OpenAI; Anthropic; DeepMind; SpaceX; Blue Origin; Palantir; Tesla;
General Motors; Ford Motor; Ford Motor Company; Chrysler; Toyota; Honda; Nissan; Mazda; Mitsubishi; Subaru; Suzuki;
Hyundai; Kia; Samsung; Samsung Electronics; LG Electronics; SK Hynix; Hanwha; Sony; Nintendo; Panasonic; Toshiba;
Hitachi; Fujitsu; SoftBank; Tepco; TEPCO; Huawei; ZTE; Alibaba; Tencent; Baidu; Xiaomi; Lenovo; BYD; CATL; Geely;
Sinopec; PetroChina; CNOOC; China Mobile; China Evergrande; Evergrande; Foxconn; TSMC; Hikvision; VinFast;
Vingroup; Vietjet; Petronas; Pertamina; Freeport; Freeport-McMoRan; Grab Holdings; Gojek; San Miguel Corp; PTT;
Newmont; Barrick; Barrick Gold; Teck; Suncor; Enbridge; TransCanada; TC Energy; Imperial Oil; Bombardier;
SNC-Lavalin; Shopify; Hydro-Québec; Pfizer; BioNTech; Moderna; AstraZeneca; GlaxoSmithKline; GSK; Novartis; Sanofi;
Novo Nordisk; Johnson & Johnson; Merck & Co; Eli Lilly; Gilead; Purdue Pharma; Monsanto; Syngenta; Cargill;
Goldman Sachs; Morgan Stanley; JPMorgan; JPMorgan Chase; JP Morgan; Citigroup; Citibank; Wells Fargo;
Bank of America; BlackRock; Berkshire Hathaway; Lehman Brothers; Barclays; HSBC; Standard Chartered; NatWest;
Santander; BBVA; CaixaBank; UniCredit; Intesa Sanpaolo; BNP Paribas; Société Générale; Crédit Agricole;
Deutsche Bank; Commerzbank; Credit Suisse; UBS; ING; Rabobank; Danske Bank; Nordea; Swedbank; Raiffeisen; Erste;
Allianz; Generali; Axa; AXA; Prudential; Aviva; Zurich Insurance; Munich Re; Swiss Re; Moody's; Standard & Poor's;
S&P Global; Fitch; Deloitte; KPMG; PricewaterhouseCoopers; PwC; Ernst & Young; McKinsey; Accenture; Mastercard;
Western Union; Lafarge; LafargeHolcim; Holcim; Bechtel; Blackwater; Wagner Group; Exor; Mossack Fonseca;
Cambridge Analytica; Wirecard; Binance; FTX; Coinbase; Nord Stream; Gasunie; Gassco; Bulgargaz; Srbijagas; DEPA;
Botas; Tüpraş`;

const PARTIES_AND_FORCES = `
Hamas; Fatah; Hezbollah; Hizbollah; Hizbullah; Islamic Jihad; Palestinian Islamic Jihad; Likud; Shas; Yesh Atid;
Meretz; Kadima; Houthis; Ansar Allah; Al-Qaeda; Al Qaeda; al-Qaeda; al-Qaida; al Qaeda; Al-Qaida; Islamic State;
ISIS; ISIL; IS-K; ISIS-K; Daesh; Boko Haram; Al-Shabaab; Al Shabaab; al-Shabaab; al-Shabab; Ansar Dine; Taliban;
Haqqani network; Haqqani Network; Tehreek-e-Taliban Pakistan; Lashkar-e-Taiba; Jaish-e-Mohammed; Jemaah Islamiyah;
Abu Sayyaf; Kataib Hezbollah; Asaib Ahl al-Haq; Badr Organization; Peshmerga; PKK; YPG; PYD; SDF; KDP; PUK;
Hayat Tahrir al-Sham; Nusra Front; al-Nusra Front; Ahrar al-Sham; Jaish al-Islam; Free Syrian Army;
Muslim Brotherhood; Ennahda; FARC; ELN; Sendero Luminoso; Shining Path; Clan del Golfo; Sinaloa Cartel;
Jalisco New Generation Cartel; Los Zetas; Tren de Aragua; MS-13; Viv Ansanm; Cosa Nostra; Camorra; 'Ndrangheta;
ETA; IRA; Provisional IRA; Sinn Féin; Sinn Fein; Fianna Fáil; Fine Gael; Plaid Cymru; SNP; UKIP; Reform UK; DUP;
SDLP; Liberal Democrats; Lib Dems; Podemos; Vox; Ciudadanos; PSOE; Esquerra Republicana; Junts; Bildu; Chega;
Syriza; SYRIZA; Pasok; Golden Dawn; Lega; Forza Italia; Fratelli d'Italia; Brothers of Italy; Five Star Movement;
Rassemblement National; National Rally; La République En Marche; En Marche; Les Républicains; La France Insoumise;
CDU; CSU; SPD; FDP; AfD; Alternative for Germany; Die Linke; ÖVP; FPÖ; SPÖ; Fidesz; Jobbik; Tisza; Law and Justice;
PiS; Civic Platform; Smer; ANO; GERB; Vlaams Belang; N-VA; PVV; VVD; D66; GroenLinks; Sweden Democrats;
Moderaterna; Venstre; Finns Party; AKP; MHP; CHP; HDP; DEM Party; United Russia; LDPR; Yabloko; Azov;
Azov Battalion; Azov Brigade; Georgian Dream; Servant of the People; Batkivshchyna; Bharatiya Janata Party; BJP;
Congress Party; Aam Aadmi Party; AAP; Trinamool Congress; Shiv Sena; RSS; CPI-M; Awami League; BNP;
Jamaat-e-Islami; Pakistan Tehreek-e-Insaf; PTI; PML-N; Arakan Army; Tatmadaw; NLD; Kachin Independence Army;
Khmer Rouge; Pheu Thai; Move Forward; Palang Pracharath; UMNO; Barisan Nasional; Pakatan Harapan; Golkar; PDI-P;
Gerindra; Moro Islamic Liberation Front; MILF; New People's Army; Kuomintang; KMT; DPP; Komeito;
Liberal Democratic Party; LDP; People Power Party; Te Pāti Māori; One Nation; African National Congress; ANC;
Economic Freedom Fighters; EFF; Inkatha; uMkhonto weSizwe; ZANU-PF; Zanu-PF; MDC; Frelimo; FRELIMO; Renamo; RENAMO;
MPLA; UNITA; SWAPO; CCM; Chadema; TPLF; OLF; Fano; Janjaweed; RSF; Seleka; Anti-Balaka; M23; ADF; FDLR;
Lord's Resistance Army; SPLM; SPLA; APC; PDP; JNIM; Polisario; Polisario Front; Movimiento al Socialismo;
Peronists; Morena; PRI; PRD; Frente Amplio; Bloc Québécois; Parti Québécois; NDP; GOP; Proud Boys; Oath Keepers;
Ku Klux Klan; Antifa; Black Lives Matter; MAGA; Revolutionary Guard; Revolutionary Guards; Quds Force; Basij;
Rapid Support Forces`;

const AGENCIES_AND_BODIES = `
UN; UNHCR; UNICEF; Unicef; UNESCO; Unesco; UNRWA; OCHA; WHO; IAEA; IMF; World Bank; WTO; OPEC; OPEC+; Opec; NATO;
Nato; EU; OSCE; OECD; G7; G20; BRICS; ASEAN; Mercosur; MERCOSUR; ECOWAS; Ecowas; SADC; IGAD; APEC; CARICOM;
African Union; Arab League; Gulf Cooperation Council; Organization of American States; OAS; Interpol; Europol;
Frontex; Eurostat; ECB; European Central Bank; European Commission; Eurogroup; European Parliament;
Council of Europe; European Court of Human Rights; International Criminal Court; ICC;
International Court of Justice; ICJ; OPCW; FAO; ILO; UNDP; UNODC; UNFPA; UNEP; UNIFIL; MONUSCO; MINUSMA; AMISOM;
CIA; FBI; NSA; DEA; ATF; ICE; TSA; FEMA; NASA; NOAA; EPA; FDA; CDC; FAA; NTSB; FCC; FTC; IRS; USAID;
State Department; Justice Department; Federal Reserve; Fed; Metropolitan Police; MI5; MI6; GCHQ; NHS; Ofcom; Ofgem;
Ofsted; Ofwat; HMRC; Bank of England; Bundestag; Bundeswehr; Bundesbank; Bundesrat; Verfassungsschutz; BND; DGSE;
DGSI; Gendarmerie; Guardia Civil; Mossos d'Esquadra; Carabinieri; Guardia di Finanza; Garda; Garda Síochána;
Riksdag; Storting; Folketing; Sejm; Knesset; Shin Bet; Mossad; IDF; Israel Defense Forces; FSB; GRU; SVR;
Roskomnadzor; Rosstat; Duma; State Duma; Verkhovna Rada; SBU; KGB; Stasi; Lok Sabha; Rajya Sabha; CBI; ISI;
Inter-Services Intelligence; Politburo; People's Liberation Army; PLA; Bank of Japan; Red Cross; Red Crescent;
ICRC; Médecins Sans Frontières; Medecins Sans Frontieres; Doctors Without Borders; MSF; Amnesty International;
Human Rights Watch; Oxfam; Greenpeace; Save the Children; Caritas; Mercy Corps; World Vision; Airwars;
White Helmets; Syrian Observatory for Human Rights; SOHR; Viasna; B'Tselem; Peace Now; Transparency International;
Reporters Without Borders; Committee to Protect Journalists; Freedom House; Carter Center;
International Crisis Group; Chatham House; Brookings Institution; RAND Corporation; Rand Corporation;
Cato Institute; Heritage Foundation; Pew Research Center; Ipsos; YouGov; WikiLeaks; FIFA; UEFA; IOC; WADA; NBA;
NFL; MLB; NHL; NCAA; ACLU; NAACP; AARP; NRA; AFL-CIO; Teamsters; Solidarność; COSATU; Cosatu; Oxfam International`;

/** Every name once. */
export const KNOWN_ORGANIZATIONS: readonly string[] = [
  ...new Set(
    [NEWS_MEDIA, COMPANIES, PARTIES_AND_FORCES, AGENCIES_AND_BODIES]
      .flatMap((list) => list.split(/;\s*/))
      .map((name) => name.replace(/\s+/g, ' ').trim())
      .filter((name) => name.length > 0),
  ),
];
