/**
 * Datadog's event-monitor query, the expression of alert rules of type `event`:
 * events("source:nagios").rollup("count").by("host").last("5m") >= 3
 */
grammar EventMonitor;

monitor
    : EVENTS '(' search = STRING ')'
      '.' ROLLUP '(' method = STRING (',' measure = STRING)? ')'
      ('.' BY '(' facets = STRING ')')?
      '.' LAST '(' window = STRING ')'
      comparator threshold = NUMBER EOF
    ;

comparator
    : '>=' | '>' | '<=' | '<' | '=='
    ;

EVENTS : 'events';
ROLLUP : 'rollup';
BY : 'by';
LAST : 'last';

STRING
    : '"' (~["\\] | '\\' .)* '"'
    | '\'' (~['\\] | '\\' .)* '\''
    ;

NUMBER : '-'? [0-9]+ ('.' [0-9]+)?;

WHITESPACE : [ \t\r\n]+ -> skip;

/** Anything else becomes a token too, so that the parser can say what it found and where. */
WORD : [A-Za-z_] [A-Za-z_0-9]*;
OTHER : .;
