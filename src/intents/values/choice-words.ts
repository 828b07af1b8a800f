/**
 * What people say for the words of the catalogue's enums, over cleaned words (lower case, no accents). The order counts: a
 * pattern that stands first is asked first, whichever enum it belongs to, and only if its word is in the list asked for.
 */
export const CHOICE_WORDS: readonly (readonly [value: string, pattern: RegExp])[] = [
  // direction
  [
    "down",
    /\b(?:down|lower|quieter|softer|less|dimmer|darker|decrease|reduce|too (?:loud|bright|high)|moins|baisse\w*|diminue\w*|reduis|plus (?:bas|sombre|doux)|trop (?:fort|lumineux|haut))\b|小|低|暗|减|降|轻|弱/,
  ],
  [
    "up",
    /\b(?:up|louder|higher|more|brighter|raise|increase|boost|too (?:quiet|dark|dim|low)|plus|monte\w*|augmente\w*|hausse\w*|trop (?:bas|faible|sombre))\b|大|高|亮|增|升|响|强/,
  ],
  ["back", /\b(?:back(?:wards?)?|rewind|earlier|arriere|recule\w*|reviens?|retour)\b|后退|倒退|倒回|往回|退/],
  ["forward", /\b(?:forwards?|ahead|skip|fast|later|avance\w*|avant|saute\w*)\b|快进|前进|往前|跳过|前/],
  // service_control.verb
  ["restart", /\b(?:restart|reboot|reload|bounce|redemarre\w*|relance\w*)\b|重启|重新启动/],
  ["stop", /\b(?:stop|kill|halt|shut down|arrete\w*|coupe\w*)\b|停|关/],
  ["start", /\b(?:start|launch|run|bring up|demarre\w*|lance\w*)\b|启动|开/],
  // media_repeat.mode
  ["off", /\b(?:off|no|stop|don'?t|none|desactive\w*|arrete\w*|plus|pas)\b|关|不|取消|停/],
  ["one", /\b(?:one|this|song|track|current|1|une?|cette?|morceau|chanson|titre)\b|单曲|这首|一首|单/],
  ["all", /\b(?:all|everything|playlist|album|queue|on|list|tou(?:s|te?s?)|liste)\b|全部|列表|所有|循环/],
  // theme
  ["dark", /\b(?:dark|night|black|sombre|noire?|nuit)\b|深|暗|黑|夜/],
  ["light", /\b(?:light|bright|day|white|claire?|jour|blanc)\b|浅|亮|白|日间/],
  // media_play.kind
  ["podcast", /\bpodcasts?\b|播客/],
  ["audiobook", /\b(?:audio ?books?|livres? audio)\b|有声书|听书/],
  ["radio", /\b(?:radio|stations?|fm)\b|电台|广播|收音机/],
  ["playlist", /\b(?:playlists?|mix|liste de lecture)\b|歌单|播放列表/],
  ["album", /\b(?:albums?|record|disque)\b|专辑/],
  ["video", /\b(?:videos?|films?|movies?|clips?|series?|episodes?)\b|视频|电影|影片|录像|短片/],
  [
    "genre",
    /\b(?:genre|jazz|rock|pop|classical|classique|klassik|blues|metal|hip ?hop|rap|techno|house|reggae|country|folk|soul|funk|disco|electro\w*|indie|punk|ambient|lo ?fi|latin|salsa|opera|r ?n ?b)\b|爵士|摇滚|古典|流行|民谣|嘻哈|说唱|电子|蓝调|乡村|轻音乐/,
  ],
  ["artist", /\b(?:artists?|bands?|singers?|artiste|groupe|chanteu(?:r|se))\b|歌手|乐队|艺人/],
  ["song", /\b(?:songs?|tracks?|tune|chansons?|morceaux?|titres?)\b|歌|曲/],
  // file_find
  ["picture", /\b(?:photos?|pictures?|pics?|images?|screenshots?|photographies?|captures?)\b|照片|图片|相片|截图|图/],
  ["music", /\b(?:music|songs?|audio|mp3s?|musiques?|chansons?)\b|音乐|歌|音频/],
  ["archive", /\b(?:archives?|zips?|tar|compress\w*)\b|压缩|归档/],
  ["code", /\b(?:code|scripts?|programs?|source|programmes?)\b|代码|脚本|程序/],
  ["folder", /\b(?:folders?|director(?:y|ies)|dossiers?|repertoires?)\b|文件夹|目录/],
  [
    "document",
    /\b(?:documents?|docs?|pdfs?|reports?|papers?|letters?|spreadsheets?|presentations?|texts?|rapports?|lettres?|factures?|invoices?|feuilles?)\b|文档|报告|文稿|表格|幻灯/,
  ],
  ["any", /\b(?:files?|any(?:thing)?|fichiers?)\b|文件/],
  ["newest", /\b(?:newest|latest|most recent|recent|last|plus recents?|derniers?|dernieres?|nouveaux)\b|最新|最近/],
  ["oldest", /\b(?:oldest|earliest|plus (?:anciens?|vieux|vieilles?)|anciens?)\b|最旧|最老|最早/],
  [
    "largest",
    /\b(?:largest|biggest|heaviest|large|big|plus (?:gros(?:se)?s?|grande?s?|lourde?s?|volumineux))\b|最大|大/,
  ],
  ["smallest", /\b(?:smallest|tiniest|small|plus petite?s?)\b|最小|小/],
  ["name", /\b(?:name|names|alphabet\w*|nom|noms)\b|名|字母/],
  // status
  ["memory", /\b(?:memory|ram|memoire|vive)\b|内存/],
  ["cpu", /\b(?:cpu|processor|load|slow|processeur|charge|lente?|rame)\b|处理器|负载|慢|卡/],
  ["disk", /\b(?:disks?|storage|space|drive|disque|stockage|espace|place)\b|磁盘|硬盘|存储|空间/],
  ["temperature", /\b(?:temperature|hot|heat|temp|warm|chaude?|chauffe)\b|温度|热|烫/],
  ["uptime", /\b(?:uptime|running|how long|since when|allumee?|depuis)\b|运行|开机|多久/],
  ["os", /\b(?:os|version|distro|distribution|system version|kernel|systeme)\b|系统版本|版本|系统/],
  ["ip", /\b(?:ip|address|adresse)\b|地址/],
  ["ssid", /\b(?:ssid|wi ?fi|which network|quel reseau|reseau)\b|无线|哪个网|网络名/],
  ["speed", /\b(?:speed|fast|slow|bandwidth|vitesse|rapide|debit)\b|速度|网速|快/],
  ["online", /\b(?:online|connected|connection|internet|en ligne|connecte\w*|connexion)\b|联网|在线|连上|上网/],
  // smalltalk.kind
  ["thanks", /\b(?:thanks?|thank you|cheers|merci)\b|谢/],
  [
    "goodbye",
    /\b(?:bye|goodbye|good night|see you|later|au revoir|bonne nuit|salut et|a plus|a bientot)\b|再见|拜|晚安/,
  ],
  [
    "greeting",
    /\b(?:hi|hello|hey|good (?:morning|evening|afternoon)|bonjour|bonsoir|salut|coucou)\b|你好|您好|早上好|嗨/,
  ],
  ["complaint", /\b(?:stupid|useless|dumb|bad|wrong|hate|idiote?|nul(?:le)?|stupide)\b|笨|傻|没用|差劲/],
  [
    "compliment",
    /\b(?:good|great|nice|well done|awesome|love|clever|smart|bravo|super|genial|bien)\b|真棒|厉害|聪明|不错|好/,
  ],
];
