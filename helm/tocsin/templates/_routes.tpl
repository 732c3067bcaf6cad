{{/* The routing table with every exact path written out: a list of path, type (Exact or Prefix) and service, as YAML. */}}
{{- define "tocsin.routes" -}}
{{- range .Files.Get "files/routes.yaml" | fromYamlArray }}
- {path: {{ .path }}, type: Prefix, service: {{ .service }}}
{{- $route := . }}
{{- range .formats }}
- {path: {{ $route.path }}.{{ . }}, type: Exact, service: {{ $route.service }}}
{{- end }}
{{- end }}
{{- end }}

{{- define "tocsin.labels" -}}
app.kubernetes.io/name: tocsin
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: tocsin
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}
