/**
 * What is waited for while the shell asks: grammars in the Java Speech Grammar Format 1.0. Whoever says something else is heard by the model of
 * commands, since the grammar then fits badly.
 */
const DIGITS = "one | two | three | four | five | six | seven | eight | nine";
const TENS = "twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety";
const TEENS = "ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen";
const HUNDRED = `<digit> = ${DIGITS};\n<teen> = ${TEENS};\n<ten> = ${TENS};\n<small> = <digit> | <teen> | <ten> [ <digit> ];`;

const YES = "yes | yeah | yep | yup | sure | okay | ok | right | correct | please | please do | do it | go ahead | of course | definitely | absolutely | exactly | that's right | i do | confirm | go on";
const NO = "no | nope | nah | no thanks | no thank you | don't | do not | don't do it | stop | cancel | never mind | not now | not really | forget it | leave it | wait | wrong | that's wrong";

export const STATE_GRAMMARS = {
  "yes-no": `#JSGF V1.0;
grammar answer;
public <answer> = <yes> [ <yes> ] [ please | thanks | thank you ] | <no> [ <no> ] [ please | thanks | thank you ];
<yes> = ${YES};
<no> = ${NO};
`,
  number: `#JSGF V1.0;
grammar number;
public <number> = [ the | number | about | make it | to | maybe ] ( <amount> | <which> ) [ percent | degrees | please | one | of them ] | cancel | never mind | none | none of them | all of them | both;
<amount> = zero | <small> | <small> point <digit> | ( a | <digit> ) hundred [ [ and ] <small> ] | ( a | <small> ) thousand [ <small> | <digit> hundred ] | half | a half | <small> and a half;
<which> = first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | last | next | other;
${HUNDRED}
`,
  time: `#JSGF V1.0;
grammar time;
public <time> = [ at | in | for | on | around | make it ] ( <clock> | <duration> | <day> [ <clock> | at <clock> ] | ( <clock> ) <day> ) [ please ] | cancel | never mind;
<clock> = <hour> [ <minute> ] [ am | pm | o'clock ] [ in the ( morning | afternoon | evening ) | at night | tonight | tomorrow ] | ( half | quarter ) past <hour> | quarter to <hour> | <small> [ minutes ] ( past | to ) <hour> | noon | midnight;
<hour> = <digit> | ten | eleven | twelve;
<minute> = oh <digit> | <teen> | <ten> [ <digit> ];
<duration> = ( a | an | half an | half a | <small> | one and a half | <small> and a half ) <unit> [ [ and ] ( <small> <unit> | a half ) ];
<unit> = second | seconds | minute | minutes | hour | hours | day | days | week | weeks | month | months;
<day> = today | tomorrow | tonight | the day after tomorrow | [ this | next ] <weekday> | [ this | tomorrow ] ( morning | afternoon | evening ) | next week | [ the ] <ordinal> [ of <month> ] | <month> [ the ] <ordinal>;
<weekday> = monday | tuesday | wednesday | thursday | friday | saturday | sunday;
<month> = january | february | march | april | may | june | july | august | september | october | november | december;
<ordinal> = first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | eleventh | twelfth | thirteenth | fourteenth | fifteenth | sixteenth | seventeenth | eighteenth | nineteenth | twentieth | twenty ( first | second | third | fourth | fifth | sixth | seventh | eighth | ninth ) | thirtieth | thirty first;
${HUNDRED}
`,
} as const;
